import "server-only";
import { type CompleteDays, type CurveDayName, listCompleteDays, listNamedCurveDays } from "@/lib/data/load-curve-days";
import { listStandingDecisions, type MeasureDecision } from "@/lib/data/measure-decisions";
import { listMeteringPoints, type MeteringPointSheet } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { CompletenessState } from "@/lib/domain/measures/completeness-day";
import { type CurveDecisions, correctSeries } from "@/lib/domain/measures/correct-series";
import { listCompletenessDays } from "@/lib/domain/measures/list-completeness-days";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import { joinParisDays } from "@/lib/domain/series/join-paris-days";
import type { ParisDaySeries } from "@/lib/domain/series/paris-day-series";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { countDays } from "@/lib/domain/time/count-days";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { Period } from "@/lib/domain/time/period";
import { groupByCurve } from "./group-by-curve";
import { groupDecisions } from "./group-decisions";
import { toOperationStep } from "./to-operation-step";

const WEEK_DAYS = 7;
/** Curves read at once: a whole year of half-hours of so many is 7 MB. */
const CURVES_AT_ONCE = 50;

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
 * A day that holds all of its values is known from the table; values are read only around the others, and around the
 * days about which a person decided.
 *
 * @param period - Days that have passed; one that has not come is not missing.
 */
export async function readCompletenessBoard(
  operationId: AuthorizedOperationId,
  period: Period,
  stepMinutes: number,
): Promise<CompletenessBoard> {
  const around = { from: addDays(period.from, -WEEK_DAYS), toExclusive: addDays(period.toExclusive, 1) };
  const [points, complete, decisions] = await Promise.all([
    listMeteringPoints(operationId),
    listCompleteDays(operationId, ["withdrawal", "injection"], period),
    listStandingDecisions(operationId, around),
  ]);
  const days = listDays(period);
  const isDoubtful = doubter(days, complete, decisions);
  const curves = points.flatMap((point) => curvesOf(point, days, isDoubtful));
  const doubtful = curves.filter(({ stretches }) => stretches.length > 0);
  const states = stateReader(stepMinutes, groupDecisions(decisions));
  const decided = new Set(decisions.map(({ meteringPointId, quantity }) => `${meteringPointId}|${quantity}`));
  for (let first = 0; first < doubtful.length; first += CURVES_AT_ONCE) {
    const batch = doubtful.slice(first, first + CURVES_AT_ONCE);
    const daysOf = groupByCurve(await listNamedCurveDays(operationId, batch.flatMap(listReadDays)));
    for (const curve of batch) {
      const read = new Map(
        daysOf(curve.point.id, curve.quantity).map((day) => [day.day, toOperationStep(day, stepMinutes)]),
      );
      readStates(curve, read, states, decided.has(`${curve.point.id}|${curve.quantity}`));
    }
  }
  return { days, rows: curves.map(toRow) };
}

/** Days in a row of which the values have to be looked at. */
type Stretch = Period & { readonly first: number };

type BoardCurve = {
  readonly id: string;
  readonly point: MeteringPointSheet;
  readonly role: PerimeterRole;
  readonly quantity: "withdrawal" | "injection";
  readonly attachments: MeteringPointSheet["attachments"];
  /** Filled in as its stretches are read. */
  readonly states: CompletenessState[];
  readonly stretches: readonly Stretch[];
};

type Doubter = (meteringPointId: string, quantity: BoardCurve["quantity"]) => (dayIndex: number) => boolean;

function doubter(
  days: readonly CivilDate[],
  complete: readonly CompleteDays[],
  decisions: readonly MeasureDecision[],
): Doubter {
  const whole = new Map(complete.map((curve) => [`${curve.meteringPointId}|${curve.quantity}`, curve.dayIndexes]));
  const startsMs = [...days, ...days.slice(-1).map((day) => addDays(day, 1))].map(parisMidnightMs);
  return (meteringPointId, quantity) => {
    const known = whole.get(`${meteringPointId}|${quantity}`);
    const touching = decisions.filter((each) => each.meteringPointId === meteringPointId && each.quantity === quantity);
    return (day) =>
      !known?.has(day) ||
      touching.some(
        ({ startMs, endMs }) => startMs < (startsMs[day + 1] as number) && endMs > (startsMs[day] as number),
      );
  };
}

function curvesOf(point: MeteringPointSheet, days: readonly CivilDate[], isDoubtful: Doubter): readonly BoardCurve[] {
  return (["producer", "consumer"] as const).flatMap((role) => {
    const attachments = point.attachments.filter((attached) => attached.role === role);
    const states = days.map(
      (day): CompletenessState =>
        attachments.some((attached) => isAttachedOn(attached, day)) ? "measured" : "outside_perimeter",
    );
    if (!states.includes("measured")) return [];
    const quantity = role === "producer" ? "injection" : "withdrawal";
    const isDoubtfulDay = isDoubtful(point.id, quantity);
    const stretches = listStretches(days, (day) => states[day] === "measured" && isDoubtfulDay(day));
    return { id: `${point.id}-${role}`, point, role, quantity, attachments, states, stretches };
  });
}

function listStretches(days: readonly CivilDate[], isDoubtful: (day: number) => boolean): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const [index, day] of days.entries()) {
    if (!isDoubtful(index)) continue;
    const last = stretches.at(-1);
    const toExclusive = addDays(day, 1);
    if (last?.toExclusive === day) stretches[stretches.length - 1] = { ...last, toExclusive };
    else stretches.push({ first: index, from: day, toExclusive });
  }
  return stretches;
}

// The day before and the day after, which a gap may cross; the same days a week before, which may fill it (art. 5.2.3).
function listDaysAround({ from, toExclusive }: Period): readonly CivilDate[] {
  const days = new Set<CivilDate>();
  for (let day = addDays(from, -1); day <= toExclusive; day = addDays(day, 1)) days.add(day);
  for (let day = from; day < toExclusive; day = addDays(day, 1)) days.add(addDays(day, -WEEK_DAYS));
  return [...days];
}

function listReadDays({ point, quantity, stretches }: BoardCurve): readonly CurveDayName[] {
  const days = new Set(stretches.flatMap(listDaysAround));
  return [...days].map((day) => ({ meteringPointId: point.id, quantity, day }));
}

function readStates(
  curve: BoardCurve,
  read: ReadonlyMap<CivilDate, ParisDaySeries>,
  states: ReturnType<typeof stateReader>,
  isDecided: boolean,
): void {
  for (const stretch of curve.stretches) {
    fillMissing(curve.states, stretch);
    const part = isDecided ? stretch : withinReach(stretch, read);
    if (!part) continue;
    for (const [n, state] of states(curve, part, read).entries()) curve.states[part.first + n] = state;
  }
}

function fillMissing(states: CompletenessState[], { first, from, toExclusive }: Stretch): void {
  states.fill("missing", first, first + countDays(from, toExclusive));
}

/**
 * The days of a stretch that a measure may still correct: none is a week and a day away from any, and what lies beyond
 * is missing without a look. An operation of a thousand meters that report nothing for months is read at once.
 */
function withinReach(stretch: Stretch, read: ReadonlyMap<CivilDate, ParisDaySeries>): Stretch | null {
  const known = [...read.keys()].sort();
  const [earliest, latest] = [known[0], known.at(-1)];
  if (!earliest || !latest) return null;
  const reach = { from: addDays(earliest, -1), toExclusive: addDays(latest, WEEK_DAYS + 2) };
  const from = reach.from > stretch.from ? reach.from : stretch.from;
  const toExclusive = reach.toExclusive < stretch.toExclusive ? reach.toExclusive : stretch.toExclusive;
  if (from >= toExclusive) return null;
  return { from, toExclusive, first: stretch.first + countDays(stretch.from, from) };
}

/** Makes the states of a stretch from the days read around it; holes of the same days share their axes. */
function stateReader(
  stepMinutes: number,
  decisionsOf: (meteringPointId: string, quantity: BoardCurve["quantity"]) => CurveDecisions,
) {
  const axes = new Map<
    string,
    { whole: ReturnType<typeof parisPeriodAxis>; part: ReturnType<typeof parisPeriodAxis> }
  >();
  const axesOf = ({ from, toExclusive }: Period) => {
    const key = `${from}|${toExclusive}`;
    const known = axes.get(key) ?? {
      whole: parisPeriodAxis(addDays(from, -WEEK_DAYS), addDays(toExclusive, 1), stepMinutes),
      part: parisPeriodAxis(from, toExclusive, stepMinutes),
    };
    axes.set(key, known);
    return known;
  };
  return (
    { point, quantity, attachments }: BoardCurve,
    stretch: Stretch,
    read: ReadonlyMap<CivilDate, ParisDaySeries>,
  ) => {
    const { whole, part } = axesOf(stretch);
    const days = listDaysAround(stretch).flatMap((day) => read.get(day) ?? []);
    const corrected = correctSeries(joinParisDays(days, whole), part, decisionsOf(point.id, quantity));
    return listCompletenessDays(corrected, attachments).map(({ state }) => state);
  };
}

function toRow({ id, point, role, states }: BoardCurve): BoardRow {
  return { id, prm: point.prm, name: point.name, role, states };
}

function listDays({ from, toExclusive }: Period): readonly CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = from; day < toExclusive; day = addDays(day, 1)) days.push(day);
  return days;
}
