import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { findTouchedSteps } from "./find-touched-steps";
import { listStandingValues } from "./list-standing-values";
import type { ManualValue } from "./manual-value";

/**
 * The measured curve without the values that a person has replaced.
 *
 * What is replaced is held to be invalid, which art. 5.2.3 treats like absent: no gap beside it is interpolated from it
 * and no week after copies it. Nor is a manual value a source of corrections, which come from measured values only.
 *
 * @param measured - The curve as measured. [Wh per step] (T,)
 * @param manualValues - Of this curve; released ones do nothing.
 * @returns The series itself when nothing is replaced.
 * @see Convention Enedis-FOR-CF_01E, art. 5.2.3 (données absentes ou invalides).
 */
export function discardReplacedValues(measured: EnergySeries, manualValues: readonly ManualValue[]): EnergySeries {
  const standing = listStandingValues(manualValues);
  if (standing.length === 0) return measured;
  const energyWh = measured.energyWh.slice();
  for (const value of standing) {
    const { start, end } = findTouchedSteps(value, measured.axis);
    energyWh.fill(Number.NaN, start, end);
  }
  return { axis: measured.axis, energyWh };
}
