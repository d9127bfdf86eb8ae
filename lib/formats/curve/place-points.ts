import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { powerToEnergyWh } from "@/lib/domain/series/power-to-energy-wh";
import { addDays } from "@/lib/domain/time/civil-date";
import { countDays } from "@/lib/domain/time/count-days";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import type { ProblemLog } from "@/lib/formats/problem-log";
import * as messages from "./curve-messages";
import type { StampConvention } from "./curve-reading";
import { HourlyCurve } from "./hourly-curve";
import { inferSteps } from "./infer-steps";
import { MAX_CURVE_DAYS } from "./max-curve-days";
import { ParisHours } from "./paris-hours";
import type { PointPlace } from "./read-power-w";
import { guessStampConvention } from "./stamp-convention";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The points of one curve, in the order of its file. */
export type StampedPoints = {
  /** [ms since 1970-01-01T00:00:00Z] (T,) */
  readonly stampMs: Float64Array;
  /** Mean power, `NaN` where the file gives a stamp and no value. [W] (T,) */
  readonly powerW: readonly number[];
  /** As the file says it of each point, a divisor of 60 from 5; null when it does not. [min] (T,) */
  readonly stepMinutes: readonly number[] | null;
  readonly placeOf: (point: number) => PointPlace;
};

/** What is known of the points beside themselves. */
export type PointsContext = {
  /** Null: found by {@link guessStampConvention}. */
  readonly stampConvention: StampConvention | null;
  /** Step that the head of the file announces. [min] */
  readonly stepHintMinutes: number | null;
  /** Where the problems of the curve as a whole are. */
  readonly curvePlace: PointPlace;
};

/** Points in order of time; half-open [startMs, startMs + step[. */
type OrderedPoints = { readonly order: Uint32Array; readonly startMs: Float64Array; readonly steps: Uint8Array };

/**
 * Puts stamped powers on the Paris axis of whole days, and tells what does not fit:
 * points out of order (put in order), given twice, overlapping, beside their step,
 * or absent.
 */
export function placePoints(
  points: StampedPoints,
  context: PointsContext,
  log: ProblemLog,
): { readonly series: readonly EnergySeries[]; readonly stampConvention: StampConvention | null } {
  const { place, where } = context.curvePlace;
  if (points.stampMs.length === 0) {
    log.error("NO_POINTS", place, () => messages.noPoints(where));
    return { series: [], stampConvention: null };
  }
  const order = orderPoints(points, log);
  const stampMs = new Float64Array(order.length);
  for (let t = 0; t < order.length; t += 1) stampMs[t] = points.stampMs[order[t] as number] as number;
  const stampConvention = context.stampConvention ?? findConvention(stampMs, context, log);
  const steps = points.stepMinutes
    ? Uint8Array.from(order, (point) => points.stepMinutes?.[point] ?? 0)
    : inferSteps(stampMs, stampConvention, context.stepHintMinutes);
  if (!steps) {
    log.error("STEP_UNKNOWN", place, () => messages.stepUnknown(where));
    return { series: [], stampConvention };
  }
  const shift = stampConvention === "end" ? -MINUTE_MS : 0;
  const startMs = stampMs.map((ms, index) => ms + shift * (steps[index] as number));
  return { series: fillCurve(points, { order, startMs, steps }, context, log), stampConvention };
}

function orderPoints({ stampMs, placeOf }: StampedPoints, log: ProblemLog): Uint32Array {
  const order = new Uint32Array(stampMs.length);
  for (let point = 0; point < order.length; point += 1) order[point] = point;
  const outOfOrder = stampMs.findIndex((ms, index) => ms < (stampMs[index - 1] ?? Number.NEGATIVE_INFINITY));
  if (outOfOrder < 0) return order;
  const { place, where } = placeOf(outOfOrder);
  log.warning("OUT_OF_ORDER", place, () => messages.outOfOrder(where));
  return order.sort((a, b) => (stampMs[a] as number) - (stampMs[b] as number) || a - b);
}

function findConvention(stampMs: Float64Array, { curvePlace }: PointsContext, log: ProblemLog): StampConvention {
  const [firstMs, lastMs] = [stampMs[0] as number, stampMs.at(-1) as number];
  const { convention, isDoubtful } = guessStampConvention(firstMs, lastMs);
  if (isDoubtful) {
    const { place, where } = curvePlace;
    log.warning("STAMP_DOUBT", place, () => messages.stampDoubt(where, convention, firstMs, lastMs));
  }
  return convention;
}

function fillCurve(
  points: StampedPoints,
  { order, startMs, steps }: OrderedPoints,
  { curvePlace }: PointsContext,
  log: ProblemLog,
): readonly EnergySeries[] {
  const { place, where } = curvePlace;
  const from = parisCivilDate(startMs[0] as number);
  const toExclusive = addDays(parisCivilDate(startMs.at(-1) as number), 1);
  const days = countDays(from, toExclusive);
  if (days > MAX_CURVE_DAYS) {
    log.error("PERIOD_TOO_LONG", place, () => messages.periodTooLong(where, days));
    return [];
  }
  const hours = new ParisHours({ from, toExclusive });
  const curve = new HourlyCurve(hours, 60 / (steps[0] as number));
  const tellGap = (fromMs: number, toMs: number) => {
    if (toMs > fromMs) log.warning("MISSING_POINTS", place, () => messages.missingPoints(where, fromMs, toMs));
  };

  const axisStartMs = hours.axis.startMs;
  let endMs = axisStartMs;
  let previous = 0;
  for (let t = 0; t < order.length; t += 1) {
    const start = startMs[t] as number;
    const stepMinutes = steps[t] as number;
    const point = order[t] as number;
    if (start % (stepMinutes * MINUTE_MS) !== 0) {
      const at = points.placeOf(point);
      log.error("STAMP_OFF_STEP", at.place, () => messages.stampOffStep(at.where, stepMinutes));
      continue;
    }
    if (start < endMs) {
      tellOverlap(points, previous, point, log);
      continue;
    }
    if (start > endMs) tellGap(endMs, start);
    const valuesPerHour = 60 / stepMinutes;
    const hour = Math.floor((start - axisStartMs) / HOUR_MS);
    const index = Math.round((start - axisStartMs) / (stepMinutes * MINUTE_MS));
    curve.openHour(hour, valuesPerHour)[index] = powerToEnergyWh(points.powerW[point] as number, stepMinutes);
    endMs = start + stepMinutes * MINUTE_MS;
    previous = point;
  }
  tellGap(endMs, axisStartMs + hours.axis.length * HOUR_MS);
  return curve.finish(log);
}

function tellOverlap({ stampMs, placeOf }: StampedPoints, previous: number, point: number, log: ProblemLog): void {
  const [before, at] = [placeOf(previous), placeOf(point)];
  const isTwice = stampMs[previous] === stampMs[point];
  const code = isTwice ? "DUPLICATE_STAMP" : "STEPS_OVERLAP";
  const tell = isTwice ? messages.duplicateStamp : messages.stepsOverlap;
  log.error(code, at.place, () => tell(at.where, before.where));
}
