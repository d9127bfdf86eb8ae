import type { CorrectedSeries } from "@/lib/domain/series/fill-gaps";
import { powerToEnergyWh } from "@/lib/domain/series/power-to-energy-wh";
import { STEP_ORIGIN } from "@/lib/domain/series/step-origin";
import { findTouchedSteps } from "./find-touched-steps";
import { listStandingValues } from "./list-standing-values";
import type { ManualValue } from "./manual-value";

/**
 * Puts what a person says over a measured and corrected curve, and marks it.
 *
 * A value becomes the steps' energy with the origin `manual`; « laisser manquant » makes them missing, whatever was
 * measured or corrected. A step touched in part (the operation's step has grown since) takes it whole: what a person
 * said stays visible rather than being diluted.
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
    const stepWh = value.powerW === null ? Number.NaN : powerToEnergyWh(value.powerW, corrected.axis.stepMinutes);
    energyWh.fill(stepWh, start, end);
    origin.fill(value.powerW === null ? STEP_ORIGIN.missing : STEP_ORIGIN.manual, start, end);
  }
  return { axis: corrected.axis, energyWh, origin };
}
