import type { CorrectedSeries } from "@/lib/domain/series/fill-gaps";
import { STEP_ORIGIN } from "@/lib/domain/series/step-origin";
import { findTouchedSteps } from "./find-touched-steps";
import type { GapDecision } from "./gap-decision";

/**
 * Takes back the automatic corrections that a person refused.
 *
 * Measured values are never touched, nor do other runs change: a correction comes from measured values only, so taking
 * one back leaves the others as they are.
 *
 * @param corrected - As `fillGaps` returns it. [Wh per step] (T,)
 * @param decisions - Of this curve, in any order; released ones do nothing.
 * @returns The series itself when no decision stands.
 */
export function applyGapDecisions(corrected: CorrectedSeries, decisions: readonly GapDecision[]): CorrectedSeries {
  const standing = decisions.filter(({ releasedAtMs }) => releasedAtMs === null);
  if (standing.length === 0) return corrected;
  const energyWh = corrected.energyWh.slice();
  const origin = corrected.origin.slice();
  for (const decision of standing) {
    const { start, end } = findTouchedSteps(decision, corrected.axis);
    for (let t = start; t < end; t += 1) {
      if (origin[t] !== STEP_ORIGIN.interpolated && origin[t] !== STEP_ORIGIN.copied) continue;
      energyWh[t] = Number.NaN;
      origin[t] = STEP_ORIGIN.missing;
    }
  }
  return { axis: corrected.axis, energyWh, origin };
}
