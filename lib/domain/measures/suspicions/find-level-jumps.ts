import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { energyToPowerW } from "@/lib/domain/series/energy-to-power-w";
import { listParisDays } from "@/lib/domain/time/list-paris-days";
import { type DayRun, listDayRuns } from "./list-day-runs";
import { listNeighbours } from "./list-neighbours";
import { placeOfRun } from "./place-of-run";
import { summarizeDays } from "./summarize-days";
import type { LevelJump } from "./suspicion";
import type { SuspicionContext } from "./suspicion-context";

/** Six weeks on either side: a month with the wrong unit stays the smaller part of what it is compared with. */
const DAYS_AROUND = 84;
const MIN_DAYS_AROUND = 4;
const MIN_KNOWN_RATIO = 0.5;
const WEEK_DAYS = 7;

/** A roof under a thick sky gives a tenth of its usual peak; a week of it, without one bright hour, is no weather. */
const MIN_INJECTION_DROP_DAYS = 7;

/** A factor of ten is looked for between ÷ and × this; seasons and weekdays move a level by less than its root. */
const TEN_TOLERANCE = 1.8;

/** Nothing natural multiplies by a thousand: the exact factor matters less. */
const THOUSAND_TOLERANCE = 3;

/**
 * A rise must also pass the curve's own high days by as much: a roof that injects its surplus only, or a house heated
 * on some days, is at ten times its usual level now and then, and at its highest level only.
 */
const HIGH_DAYS_QUANTILE = 0.9;
const MIN_ABOVE_HIGH_DAYS = 1.5;

const JUMPS = [
  { reason: "ten_times_more", min: 10 / TEN_TOLERANCE, max: 10 * TEN_TOLERANCE },
  { reason: "ten_times_less", min: 0.1 / TEN_TOLERANCE, max: 0.1 * TEN_TOLERANCE },
  { reason: "thousand_times_more", min: 1_000 / THOUSAND_TOLERANCE, max: 1_000 * THOUSAND_TOLERANCE },
  { reason: "thousand_times_less", min: 0.001 / THOUSAND_TOLERANCE, max: 0.001 * THOUSAND_TOLERANCE },
] as const;

// A grey day may divide a divided peak by ten again: only the upper bounds tell a roof's falls apart.
const INJECTION_JUMPS = JUMPS.map((jump) => {
  if (jump.reason === "ten_times_less") return { ...jump, min: 0.001 * THOUSAND_TOLERANCE };
  return jump.reason === "thousand_times_less" ? { ...jump, min: Number.MIN_VALUE } : jump;
});

type Reason = LevelJump["reason"];
type Jump = { readonly reason: Reason; readonly min: number; readonly max: number };

/** Levels of the days of a curve, NaN where too little is known. [Wh per step] */
type Levels = { readonly level: Float64Array; readonly floor: Float64Array | null; readonly stride: number };

/**
 * Days at ten or a thousand times the level of the days around, or a tenth or a thousandth of it: a wrong unit, a
 * wrong ratio of current transformers.
 *
 * For a withdrawal, mean and lower quartile of the day against the medians of the same weekdays around: a wrong unit
 * multiplies both, a feast or a holiday the mean only. For an injection, whose mean the weather moves, the highest
 * power against that of the days around; a fall must last a week.
 *
 * Known to be innocent: a site that opens or closes for good, in the weeks around that day; a load that runs on a few
 * days of the year; snow on a roof for a week.
 * Not seen: a curve that is wrong from end to end, which `findPowerAboveLimit` may tell; a site whose quartile is 0.
 *
 * @param series - As measured, whole Paris days. [Wh per step]
 */
export function findLevelJumps(series: EnergySeries, { quantity }: SuspicionContext): readonly LevelJump[] {
  const { axis } = series;
  const levels = quantity === "withdrawal" ? withdrawalLevels(series) : injectionLevels(series);
  const days = listParisDays(axis);
  const usual = days.map((_, n) => usualLevel(levels, n));
  const highLevel = MIN_ABOVE_HIGH_DAYS * findQuantile(levels.level, HIGH_DAYS_QUANTILE);
  const marks = days.map((_, n) => {
    const reason = findReason(levels, n, usual[n] ?? null);
    return reason && (isDrop(reason) || (levels.level[n] as number) >= highLevel) ? reason : null;
  });
  return listDayRuns(days, (n) => marks[n] ?? null).flatMap((run) => {
    const first = days.indexOf(run[0]);
    const reason = marks[first] as Reason;
    if (quantity === "injection" && isDrop(reason) && run.length < MIN_INJECTION_DROP_DAYS) return [];
    const toPowerW = (stepWh: number) => energyToPowerW(stepWh, axis.stepMinutes);
    const powerW = toPowerW(meanOver(run, first, (n) => levels.level[n] as number));
    const usualPowerW = toPowerW(meanOver(run, first, (n) => usual[n]?.level as number));
    return [{ kind: "level_jump", reason, ...placeOfRun(run, axis), powerW, usualPowerW }];
  });
}

function isDrop(reason: Reason): boolean {
  return reason === "ten_times_less" || reason === "thousand_times_less";
}

function meanOver(run: DayRun, first: number, valueAt: (n: number) => number): number {
  return run.reduce((sum, _, k) => sum + valueAt(first + k), 0) / run.length;
}

function withdrawalLevels(series: EnergySeries): Levels {
  const level = new Float64Array(listParisDays(series.axis).length).fill(Number.NaN);
  const floor = level.slice();
  for (const [n, { span, knownCount, meanWh }] of summarizeDays(series).entries()) {
    if (knownCount < span.length * MIN_KNOWN_RATIO) continue;
    level[n] = meanWh;
    // NaN sorts last: the known values come first.
    floor[n] = series.energyWh.slice(span.start, span.start + span.length).sort()[Math.floor(knownCount / 4)] as number;
  }
  return { level, floor, stride: WEEK_DAYS };
}

function injectionLevels(series: EnergySeries): Levels {
  const level = summarizeDays(series).map(({ span, knownCount, maxWh }) =>
    knownCount < span.length * MIN_KNOWN_RATIO ? Number.NaN : maxWh,
  );
  return { level: Float64Array.from(level), floor: null, stride: 1 };
}

function findQuantile(values: Float64Array, quantile: number): number {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  return known[Math.floor(quantile * known.length)] ?? Number.NaN;
}

type Usual = { readonly level: number; readonly floor: number | null };

function usualLevel({ level, floor, stride }: Levels, n: number): Usual | null {
  // Days at zero are flat days, not a level: a site that stood still would make its restart a jump.
  const isUsable = (m: number) => (level[m] as number) > 0;
  const around = listNeighbours(level.length, n, stride, DAYS_AROUND / stride, isUsable);
  if (around.length < MIN_DAYS_AROUND) return null;
  return { level: medianAt(level, around), floor: floor && medianAt(floor, around) };
}

function medianAt(values: Float64Array, positions: readonly number[]): number {
  const sorted = Float64Array.from(positions, (n) => values[n] as number).sort();
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

function findReason({ level, floor }: Levels, n: number, usual: Usual | null): Reason | null {
  if (!usual) return null;
  const levelRatio = (level[n] as number) / usual.level;
  const floorRatio = floor && usual.floor !== null ? (floor[n] as number) / usual.floor : levelRatio;
  const isWithin = (ratio: number, { min, max }: Jump) => ratio >= min && ratio <= max;
  const jumps: readonly Jump[] = floor ? JUMPS : INJECTION_JUMPS;
  return jumps.find((jump) => isWithin(levelRatio, jump) && isWithin(floorRatio, jump))?.reason ?? null;
}
