import "server-only";
import { type CurveDayStatus, listCurveDayStatuses, listCurveDays } from "@/lib/data/load-curve-days";
import { listStandingDecisions, type MeasureDecision } from "@/lib/data/measure-decisions";
import { listMeteringPoints, type MeteringPointSheet } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { CompletenessState } from "@/lib/domain/measures/completeness-day";
import { correctSeries } from "@/lib/domain/measures/correct-series";
import { listCompletenessDays } from "@/lib/domain/measures/list-completeness-days";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import { joinParisDays } from "@/lib/domain/series/join-paris-days";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { Period } from "@/lib/domain/time/period";
import { groupByCurve } from "./group-by-curve";
import { groupDecisions } from "./group-decisions";
import { toOperationStep } from "./to-operation-step";

const WEEK_DAYS = 7;
/** Curves read at once: a year of half-hours of so many points is 70 MB. */
const POINTS_AT_ONCE = 50;

/** One metering point in one role, a state for each day of the board. */
export type BoardRow = {
  readonly id: string;
  readonly prm: string;
  readonly name: string;
  readonly role: PerimeterRole;
  readonly states: readonly CompletenessState[];
};

export type CompletenessBoard = {
  readonly days: readonly CivilDate[];
  readonly rows: readonly BoardRow[];
};

/**
 * What each day of each metering point is worth: measured, corrected, given by a person, missing, outside.
 *
 * Whoever sent everything is known from the stored totals of days; curves are read only of the others.
 *
 * @param period - Days that have passed; one that has not come is not missing.
 */
export async function readCompletenessBoard(
  operationId: AuthorizedOperationId,
  period: Period,
  stepMinutes: number,
): Promise<CompletenessBoard> {
  const around = { from: addDays(period.from, -WEEK_DAYS), toExclusive: addDays(period.toExclusive, 1) };
  const [points, statuses, decisions] = await Promise.all([
    listMeteringPoints(operationId),
    listCurveDayStatuses(operationId, ["withdrawal", "injection"], period),
    listStandingDecisions(operationId, around),
  ]);
  const days = listDays(period);
  const curves = points.flatMap((point) => curvesOf(point, days));
  const touched = new Set(decisions.map(({ meteringPointId }) => meteringPointId));
  const isKnown = completeDays(statuses);
  const isWhole = (curve: BoardCurve) =>
    !touched.has(curve.point.id) && curve.expected.every((day) => isKnown(curve, day));
  const rows = new Map(curves.filter(isWhole).map((curve) => [curve.id, wholeRow(curve, days)]));
  const doubtful = curves.filter((curve) => !rows.has(curve.id));
  const context = { operationId, period, around, stepMinutes, decisions };
  for (let first = 0; first < doubtful.length; first += POINTS_AT_ONCE) {
    const corrected = await correctedRows(doubtful.slice(first, first + POINTS_AT_ONCE), context);
    for (const row of corrected) rows.set(row.id, row);
  }
  return { days, rows: curves.flatMap(({ id }) => rows.get(id) ?? []) };
}

type BoardCurve = {
  readonly id: string;
  readonly point: MeteringPointSheet;
  readonly role: PerimeterRole;
  readonly quantity: "withdrawal" | "injection";
  readonly attachments: MeteringPointSheet["attachments"];
  /** The days on which it takes part. */
  readonly expected: readonly CivilDate[];
};

function curvesOf(point: MeteringPointSheet, days: readonly CivilDate[]): readonly BoardCurve[] {
  return (["producer", "consumer"] as const).flatMap((role) => {
    const attachments = point.attachments.filter((attached) => attached.role === role);
    const expected = days.filter((day) => attachments.some((attached) => isAttachedOn(attached, day)));
    if (expected.length === 0) return [];
    const quantity = role === "producer" ? "injection" : "withdrawal";
    return { id: `${point.id}-${role}`, point, role, quantity, attachments, expected };
  });
}

function completeDays(statuses: readonly CurveDayStatus[]) {
  const complete = new Set(
    statuses
      .filter(({ missingCount }) => missingCount === 0)
      .map(({ meteringPointId, quantity, day }) => `${meteringPointId}|${quantity}|${day}`),
  );
  return ({ point, quantity }: BoardCurve, day: CivilDate) => complete.has(`${point.id}|${quantity}|${day}`);
}

function wholeRow(curve: BoardCurve, days: readonly CivilDate[]): BoardRow {
  const inside = new Set(curve.expected);
  return toRow(
    curve,
    days.map((day) => (inside.has(day) ? "measured" : "outside_perimeter")),
  );
}

type Context = {
  readonly operationId: AuthorizedOperationId;
  readonly period: Period;
  readonly around: Period;
  readonly stepMinutes: number;
  readonly decisions: readonly MeasureDecision[];
};

async function correctedRows(
  curves: readonly BoardCurve[],
  { operationId, period, around, stepMinutes, decisions }: Context,
): Promise<readonly BoardRow[]> {
  const only = new Set(curves.map(({ point }) => point.id));
  const read = await listCurveDays(operationId, ["withdrawal", "injection"], around, { only });
  const daysOf = groupByCurve(read);
  const wholeAxis = parisPeriodAxis(around.from, around.toExclusive, stepMinutes);
  const axis = parisPeriodAxis(period.from, period.toExclusive, stepMinutes);
  const decisionsOf = groupDecisions(decisions);
  return curves.map((curve) => {
    const { point, quantity, attachments } = curve;
    const days = daysOf(point.id, quantity).map((day) => toOperationStep(day, stepMinutes));
    const measured = joinParisDays(days, wholeAxis);
    const corrected = correctSeries(measured, axis, decisionsOf(point.id, quantity));
    return toRow(
      curve,
      listCompletenessDays(corrected, attachments).map(({ state }) => state),
    );
  });
}

function toRow({ id, point, role }: BoardCurve, states: readonly CompletenessState[]): BoardRow {
  return { id, prm: point.prm, name: point.name, role, states };
}

function listDays({ from, toExclusive }: Period): readonly CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = from; day < toExclusive; day = addDays(day, 1)) days.push(day);
  return days;
}
