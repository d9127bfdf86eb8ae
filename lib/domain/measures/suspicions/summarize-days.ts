import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { listParisDays, type ParisDaySpan } from "@/lib/domain/time/list-paris-days";

/** One day of a curve in a few figures, over the steps that are known. */
export type DaySummary = {
  readonly span: ParisDaySpan;
  readonly knownCount: number;
  /** `NaN` when nothing is known. [Wh per step] */
  readonly meanWh: number;
  /** [Wh per step] */
  readonly minWh: number;
  readonly maxWh: number;
};

/**
 * Level and extremes of each day of a curve.
 *
 * @param series - Whole Paris days. [Wh per step]
 */
export function summarizeDays({ axis, energyWh }: EnergySeries): readonly DaySummary[] {
  return listParisDays(axis).map((span) => {
    let [knownCount, sumWh, minWh, maxWh] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let t = span.start; t < span.start + span.length; t += 1) {
      const value = energyWh[t] as number;
      if (Number.isNaN(value)) continue;
      knownCount += 1;
      sumWh += value;
      minWh = Math.min(minWh, value);
      maxWh = Math.max(maxWh, value);
    }
    return { span, knownCount, meanWh: sumWh / knownCount, minWh, maxWh };
  });
}
