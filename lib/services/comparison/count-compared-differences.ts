import "server-only";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { countDifferences } from "@/lib/data/settlement-comparisons";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/** What differs from the operator's figures in each period that was compared, by its first day. */
export type ComparedDifferences = ReadonlyMap<CivilDate, { readonly figures: number; readonly points: number }>;

export function countComparedDifferences(operationId: AuthorizedOperationId): Promise<ComparedDifferences> {
  return countDifferences(operationId);
}
