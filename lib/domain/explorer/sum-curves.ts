import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { sumSeries } from "@/lib/domain/series/sum-series";

/** Several curves as one, which does not hide what a member lacks. */
export type CurveSum = EnergySeries & {
  /** Sum of the members known at each step; 0 where `missingCount` says that none is. [Wh per step] (T,) */
  readonly knownWh: Float64Array;
  /** Members without a value at each step. (T,) */
  readonly missingCount: Uint16Array;
};

/**
 * Adds the curves of a group of metering points.
 *
 * `energyWh` is missing where one member is, as everywhere; `knownWh` and `missingCount` let a screen show the rest as
 * what it is, an incomplete sum, when one member of twenty lacks a month.
 *
 * @param curves - At least one, all on the same axis. [Wh per step] (n × T)
 * @throws {DomainError} AXIS_MISMATCH when two curves do not share one axis.
 */
export function sumCurves(curves: readonly EnergySeries[]): CurveSum {
  const sum = sumSeries(curves);
  const knownWh = new Float64Array(sum.axis.length);
  const missingCount = new Uint16Array(sum.axis.length);
  for (const { energyWh } of curves) {
    for (let t = 0; t < knownWh.length; t += 1) {
      const value = energyWh[t] as number;
      if (Number.isNaN(value)) missingCount[t] = (missingCount[t] as number) + 1;
      else knownWh[t] = (knownWh[t] as number) + value;
    }
  }
  return { ...sum, knownWh, missingCount };
}
