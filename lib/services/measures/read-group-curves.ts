import "server-only";
import { listCurveDays } from "@/lib/data/load-curve-days";
import { listStandingDecisions } from "@/lib/data/measure-decisions";
import type { MeteringPointSheet } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { addMember, type Stretch } from "@/lib/domain/explorer/add-member";
import { emptyGroupCurve, type GroupCurve } from "@/lib/domain/explorer/group-curve";
import { correctSeries } from "@/lib/domain/measures/correct-series";
import { joinParisDays } from "@/lib/domain/series/join-paris-days";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { Period } from "@/lib/domain/time/period";
import type { ChosenCurve } from "./choose-curves";
import { groupByCurve } from "./group-by-curve";
import { groupDecisions } from "./group-decisions";
import { toOperationStep } from "./to-operation-step";

const WEEK_DAYS = 7;
/** Metering points read at once: a year of half-hours of so many is 7 MB, whatever the size of the operation. */
const POINTS_AT_ONCE = 50;

export type GroupCurvesQuery = {
  readonly period: Period;
  readonly stepMinutes: number;
  /** The first day nothing is expected of yet. */
  readonly today: CivilDate;
};

/**
 * Curves as they count (measured, corrected by art. 5.2.3, given by a person), each the sum of its members.
 *
 * One query for up to {@link POINTS_AT_ONCE} metering points, one more for each lot beyond; what is held at any time is
 * one lot and the sums. A member of a group counts while it takes part; a metering point looked at by itself shows
 * whatever it has.
 *
 * @returns In the order of `curves`, on one axis of whole Paris days.
 */
export async function readGroupCurves(
  operationId: AuthorizedOperationId,
  curves: readonly ChosenCurve[],
  { period, stepMinutes, today }: GroupCurvesQuery,
): Promise<readonly GroupCurve[]> {
  const around = { from: addDays(period.from, -WEEK_DAYS), toExclusive: addDays(period.toExclusive, 1) };
  const wholeAxis = parisPeriodAxis(around.from, around.toExclusive, stepMinutes);
  const axis = parisPeriodAxis(period.from, period.toExclusive, stepMinutes);
  const decisionsOf = groupDecisions(await listStandingDecisions(operationId, around));
  const quantities = [...new Set(curves.map(({ quantity }) => quantity))];
  const sums = curves.map(() => emptyGroupCurve(axis));
  const points = [...new Map(curves.flatMap(({ members }) => members.map((point) => [point.id, point]))).values()];

  for (let first = 0; first < points.length; first += POINTS_AT_ONCE) {
    const lot = points.slice(first, first + POINTS_AT_ONCE);
    const only = new Set(lot.map(({ id }) => id));
    const daysOf = groupByCurve(await listCurveDays(operationId, quantities, around, { only }));
    for (const { point, quantity, targets } of listTargets(lot, curves)) {
      const days = daysOf(point.id, quantity).map((day) => toOperationStep(day, stepMinutes));
      const measured = joinParisDays(days, wholeAxis);
      const counted = correctSeries(measured, axis, decisionsOf(point.id, quantity));
      const expected = expectedStretches(point, quantity, today);
      for (const { index, isAlone } of targets) {
        addMember(sums[index] as GroupCurve, counted, expected, isAlone ? "count" : "leave");
      }
    }
  }
  return sums;
}

/** Each curve of a lot of points once, with the sums it goes into. */
function listTargets(lot: readonly MeteringPointSheet[], curves: readonly ChosenCurve[]) {
  return lot.flatMap((point) =>
    (["withdrawal", "injection"] as const).flatMap((quantity) => {
      const targets = curves.flatMap((curve, index) =>
        curve.quantity === quantity && curve.members.includes(point)
          ? [{ index, isAlone: curve.subject.kind === "point" }]
          : [],
      );
      return targets.length === 0 ? [] : [{ point, quantity, targets }];
    }),
  );
}

function expectedStretches(
  { attachments }: MeteringPointSheet,
  quantity: ChosenCurve["quantity"],
  today: CivilDate,
): readonly Stretch[] {
  const role = quantity === "injection" ? "producer" : "consumer";
  return attachments
    .filter((attached) => attached.role === role)
    .map(({ from, toExclusive }) => ({
      startMs: parisMidnightMs(from),
      endMs: parisMidnightMs(toExclusive === null || toExclusive > today ? today : toExclusive),
    }))
    .filter(({ startMs, endMs }) => startMs < endMs);
}
