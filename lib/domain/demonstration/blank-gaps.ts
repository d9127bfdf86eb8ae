import type { EnergySeries } from "@/lib/domain/series/energy-series";

/** A stretch without data. Half-open. [ms since 1970-01-01T00:00:00Z] */
export type BlankStretch = {
  readonly fromMs: number;
  readonly toExclusiveMs: number;
};

/**
 * Makes the steps that a stretch touches missing, even when it touches a part of them only: a mean over half a step is
 * not the step's mean.
 *
 * @param series - A curve. [Wh per step] (T,)
 * @param stretches - In any order; outside the axis they do nothing.
 * @returns A new curve with `NaN` in those steps. [Wh per step] (T,)
 */
export function blankGaps({ axis, energyWh }: EnergySeries, stretches: readonly BlankStretch[]): EnergySeries {
  const stepMs = axis.stepMinutes * 60_000;
  const blanked = energyWh.slice();
  for (const { fromMs, toExclusiveMs } of stretches) {
    const first = Math.max(0, Math.floor((fromMs - axis.startMs) / stepMs));
    const end = Math.max(first, Math.ceil((toExclusiveMs - axis.startMs) / stepMs));
    blanked.fill(Number.NaN, first, end);
  }
  return { axis, energyWh: blanked };
}
