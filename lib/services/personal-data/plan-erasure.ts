import "server-only";
import { findPerson } from "@/lib/data/personal-data";
import { listMeasuredMonths, listSettledShares } from "@/lib/data/personal-data-energy";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { Retention } from "@/lib/domain/personal-data/retention";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { retentionOf } from "./erase-participant";
import { type FileOfPerson, findFilesOfPerson } from "./find-files-of-person";

/** What an erasure would take and leave, before anything is done. */
export type ErasurePlan = {
  readonly name: string;
  readonly kind: "natural" | "legal";
  readonly restrictedAt: Date | null;
  readonly erasedAt: Date | null;
  readonly retention: Retention;
  readonly prms: readonly string[];
  readonly measuredMonths: number;
  readonly settledPeriods: number;
  readonly consents: number;
  /** Kept files that name him. */
  readonly files: readonly FileOfPerson[];
};

/** Reads what is held about a participant and until when; null when the operation has none of this id. */
export async function planErasure(
  operationId: AuthorizedOperationId,
  participantId: string,
  today: CivilDate,
): Promise<ErasurePlan | null> {
  const person = await findPerson(operationId, participantId);
  if (!person) return null;
  const [months, shares, found] = await Promise.all([
    listMeasuredMonths(operationId, person.points),
    listSettledShares(operationId, person.points),
    person.erasedAt ? { files: [] } : findFilesOfPerson(operationId, person),
  ]);
  const { name, kind, restrictedAt, erasedAt } = person;
  return {
    name,
    kind,
    restrictedAt,
    erasedAt,
    retention: retentionOf(person, today),
    prms: person.points.map(({ prm }) => prm),
    measuredMonths: new Set(months.map(({ month }) => month)).size,
    settledPeriods: new Set(shares.map(({ from }) => from)).size,
    consents: person.consents.length,
    files: found.files,
  };
}
