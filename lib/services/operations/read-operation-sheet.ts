import "server-only";
import {
  type CountedPoint,
  hasFigures,
  listCountedPoints,
  type OperationParties,
  readOperationParties,
} from "@/lib/data/operation-sheets";
import type { OperationSheet } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { declareRenewable, type RenewableDeclaration } from "@/lib/domain/operation/declare-renewable";
import { listMissingSheetFields, type MissingSheetField } from "@/lib/domain/operation/list-missing-sheet-fields";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/** Who takes part on a day. A PRM that is both producer and consumer counts in both. */
export type PointCounts = { readonly day: CivilDate; readonly producers: number; readonly consumers: number };

export type ReadOperationSheet = {
  readonly parties: OperationParties;
  /** On the first day, which annexe 1 describes. */
  readonly atStart: PointCounts;
  /** On the day asked for; null before the operation starts. */
  readonly now: PointCounts | null;
  readonly renewable: RenewableDeclaration;
  readonly missing: readonly MissingSheetField[];
  /** False once measures or results are there. */
  readonly mayChangeCalendar: boolean;
};

/** The sheet of an operation as annexes 1 and 3 of the convention lay it out; what the registry knows is counted. */
export async function readOperationSheet(
  { id, sheet }: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  today: CivilDate,
): Promise<ReadOperationSheet> {
  const [parties, points, isInUse] = await Promise.all([
    readOperationParties(id),
    listCountedPoints(id),
    hasFigures(id),
  ]);
  const reference = today < sheet.startDay ? sheet.startDay : today;
  const producers = points.filter((point) => point.role === "producer" && isAttachedOn(point, reference));
  return {
    parties,
    atStart: countOn(points, sheet.startDay),
    now: today < sheet.startDay ? null : countOn(points, today),
    renewable: declareRenewable(producers.map(({ energySource }) => energySource)),
    missing: listMissingSheetFields({ ...sheet, parties }),
    mayChangeCalendar: !isInUse,
  };
}

function countOn(points: readonly CountedPoint[], day: CivilDate): PointCounts {
  const roles = points.filter((point) => isAttachedOn(point, day)).map(({ role }) => role);
  const count = (role: CountedPoint["role"]) => roles.filter((each) => each === role).length;
  return { day, producers: count("producer"), consumers: count("consumer") };
}
