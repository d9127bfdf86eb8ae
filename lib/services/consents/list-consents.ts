import "server-only";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { readConsents } from "./read-consents";

/** The consents as machines read them: without notes, which are free text. */
export async function listConsents(operationId: AuthorizedOperationId, day: CivilDate) {
  const { recorded, missing } = await readConsents(operationId, day);
  return {
    date: day,
    consents: recorded.map(({ point, withdrawalNote: _, isExpiringSoon: __, ...consent }) => ({
      ...consent,
      prm: point?.prm ?? null,
    })),
    missing: missing.map(({ isEntering: _, pointName: __, ...row }) => row),
  };
}
