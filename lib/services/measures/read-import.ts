import "server-only";
import { findMeasureImport, type MeasureImport } from "@/lib/data/measure-imports";
import type { AuthorizedOperationId } from "@/lib/data/scope";

/** One import with its report; null when the operation has none of this id. */
export function readImport(operationId: AuthorizedOperationId, importId: string): Promise<MeasureImport | null> {
  return findMeasureImport(operationId, importId);
}
