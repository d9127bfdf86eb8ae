import type { ParisDaySeries } from "@/lib/domain/series/paris-day-series";
import { resampleSeries } from "@/lib/domain/series/resample-series";
import { type EnergySum, sumEnergy } from "@/lib/domain/series/sum-energy";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { parisDayAxis } from "@/lib/domain/time/paris-day-axis";

/** What a later version of one day of one curve changed. */
export type CurveDayChange = {
  readonly day: CivilDate;
  /** Null when the day had no version, or has none any more. */
  readonly before: EnergySum | null;
  readonly after: EnergySum | null;
  /** After minus before; null when either is incomplete, since a smaller sum would look like a change. [Wh] */
  readonly differenceWh: number | null;
  /** The same over the steps known on both sides. [Wh] */
  readonly sharedDifferenceWh: number;
  /** Steps whose value is another, known on both sides. */
  readonly changedCount: number;
  /** Steps missing before, known after. */
  readonly filledCount: number;
  /** Steps known before, missing after. */
  readonly blankedCount: number;
};

/**
 * What a correction changed, day by day.
 *
 * Two versions on other steps are compared on the coarser one, where energies add up exactly.
 *
 * @param before - Days of the version that is replaced, each once, in any order. [Wh per step]
 * @param after - Days of the version that replaces it. [Wh per step]
 * @returns The days that differ, in order; a day with the same values is left out.
 */
export function listCurveChanges(
  before: readonly ParisDaySeries[],
  after: readonly ParisDaySeries[],
): readonly CurveDayChange[] {
  const old = new Map(before.map((series) => [series.day, series]));
  const current = new Map(after.map((series) => [series.day, series]));
  return [...new Set([...old.keys(), ...current.keys()])]
    .sort()
    .map((day) => compareDay(day, old.get(day), current.get(day)))
    .filter(({ changedCount, filledCount, blankedCount }) => changedCount + filledCount + blankedCount > 0);
}

function compareDay(
  day: CivilDate,
  before: ParisDaySeries | undefined,
  after: ParisDaySeries | undefined,
): CurveDayChange {
  const stepMinutes = Math.max(before?.stepMinutes ?? 0, after?.stepMinutes ?? 0);
  const length = parisDayAxis(day, stepMinutes).length;
  const [old, current] = [onStep(before, stepMinutes, length), onStep(after, stepMinutes, length)];
  const sums = { before: before ? sumEnergy(old) : null, after: after ? sumEnergy(current) : null };
  const [totalBefore, totalAfter] = [sums.before?.totalWh ?? null, sums.after?.totalWh ?? null];
  const differenceWh = totalBefore === null || totalAfter === null ? null : totalAfter - totalBefore;
  return { day, ...sums, differenceWh, ...compareSteps(old, current) };
}

function onStep(series: ParisDaySeries | undefined, stepMinutes: number, length: number): Float64Array {
  if (!series) return new Float64Array(length).fill(Number.NaN);
  const { day, energyWh } = series;
  return resampleSeries({ axis: parisDayAxis(day, series.stepMinutes), energyWh }, stepMinutes).energyWh;
}

function compareSteps(before: Float64Array, after: Float64Array) {
  let [changedCount, filledCount, blankedCount, sharedDifferenceWh] = [0, 0, 0, 0];
  for (const [t, old] of before.entries()) {
    const current = after[t] as number;
    const [wasMissing, isMissing] = [Number.isNaN(old), Number.isNaN(current)];
    if (wasMissing || isMissing) {
      if (!isMissing) filledCount += 1;
      if (!wasMissing) blankedCount += 1;
    } else if (old !== current) {
      changedCount += 1;
      sharedDifferenceWh += current - old;
    }
  }
  return { changedCount, filledCount, blankedCount, sharedDifferenceWh };
}
