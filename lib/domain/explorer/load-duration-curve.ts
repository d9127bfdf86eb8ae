import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { energyToPowerW } from "@/lib/domain/series/energy-to-power-w";

/** A power held for a time: the curve is at or above it from its start to `toHours`. */
export type LoadDurationStair = {
  /** [W] */
  readonly powerW: number;
  /** Hours at a higher power, or at this one but counted before. [h] */
  readonly fromHours: number;
  /** [h] */
  readonly toHours: number;
};

export type LoadDurationCurve = {
  /** From the highest power to the lowest. */
  readonly stairs: readonly LoadDurationStair[];
  /** What the curve covers; divide by it for shares of the time. [h] */
  readonly knownHours: number;
  readonly missingHours: number;
};

/**
 * The powers of a curve sorted from the highest to the lowest, against the time spent at each.
 *
 * Bounded to what a screen can draw: neighbours are put together and hold their mean, so that the energy under the
 * stairs is the curve's own; the highest and the lowest power stand alone and exact.
 *
 * @param series - Missing steps are left out and counted. [Wh per step] (T,)
 * @param maxStairs - At least 3.
 */
export function loadDurationCurve({ axis, energyWh }: EnergySeries, maxStairs: number): LoadDurationCurve {
  const stepHours = axis.stepMinutes / 60;
  const sortedWh = energyWh.filter((value) => !Number.isNaN(value)).sort();
  sortedWh.reverse();
  const stairs = groupBounds(sortedWh.length, maxStairs).map(({ start, end }) => ({
    powerW: energyToPowerW(meanOf(sortedWh.subarray(start, end)), axis.stepMinutes),
    fromHours: start * stepHours,
    toHours: end * stepHours,
  }));
  const knownHours = sortedWh.length * stepHours;
  return { stairs, knownHours, missingHours: axis.length * stepHours - knownHours };
}

type Bounds = { readonly start: number; readonly end: number };

// The first and the last value alone, what lies between in groups of nearly the same size.
function groupBounds(count: number, maxStairs: number): readonly Bounds[] {
  if (count <= maxStairs) return Array.from({ length: count }, (_, n) => ({ start: n, end: n + 1 }));
  const groupCount = Math.max(1, maxStairs - 2);
  const bound = (n: number) => 1 + Math.round((n * (count - 2)) / groupCount);
  const middle = Array.from({ length: groupCount }, (_, n) => ({ start: bound(n), end: bound(n + 1) }));
  return [{ start: 0, end: 1 }, ...middle, { start: count - 1, end: count }];
}

function meanOf(values: Float64Array): number {
  return values.length === 1 ? (values[0] as number) : values.reduce((sum, value) => sum + value, 0) / values.length;
}
