import type { CorrectedSeries } from "@/lib/domain/series/fill-gaps";
import { powerToEnergyWh } from "@/lib/domain/series/power-to-energy-wh";
import { STEP_ORIGIN } from "@/lib/domain/series/step-origin";
import { findTouchedSteps } from "./find-touched-steps";
import { listStandingValues } from "./list-standing-values";
import type { ManualValue } from "./manual-value";

/**
 * Puts what a person says over a measured and corrected curve, and marks it.
 *
 * A value becomes the steps' energy with the origin `manual`; where a later one says no more than that the measure is
 * wrong, the correction stands. A step touched in part (the operation's step has grown since) takes a value whole: what
 * a person said stays visible rather than being diluted.
 *
 * @param corrected - Made from a curve without the replaced values, see `discardReplacedValues`. [Wh per step] (T,)
 * @param manualValues - Of this curve, in any order; released ones do nothing.
 * @returns The series itself when nothing applies.
 */
export function applyManualValues(corrected: CorrectedSeries, manualValues: readonly ManualValue[]): CorrectedSeries {
  const standing = listStandingValues(manualValues);
  if (standing.length === 0) return corrected;
  const energyWh = corrected.energyWh.slice();
  const origin = corrected.origin.slice();
  for (const value of standing) {
    const { start, end } = findTouchedSteps(value, corrected.axis);
    if (value.powerW === null) {
      energyWh.set(corrected.energyWh.subarray(start, end), start);
      origin.set(corrected.origin.subarray(start, end), start);
      continue;
    }
    energyWh.fill(powerToEnergyWh(value.powerW, corrected.axis.stepMinutes), start, end);
    origin.fill(STEP_ORIGIN.manual, start, end);
  }
  return { axis: corrected.axis, energyWh, origin };
}
