import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { type CorrectedSeries, fillGaps } from "@/lib/domain/series/fill-gaps";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { applyGapDecisions } from "./apply-gap-decisions";
import { applyManualValues } from "./apply-manual-values";
import { discardReplacedValues } from "./discard-replaced-values";
import type { GapDecision } from "./gap-decision";
import type { ManualValue } from "./manual-value";

/** What people decided about one curve (one metering point, one quantity). */
export type CurveDecisions = {
  readonly manualValues: readonly ManualValue[];
  readonly gapDecisions: readonly GapDecision[];
};

/**
 * The curve that counts: measured, corrected by the convention's rule where nobody refused it, and what people gave
 * over all of it. What a person held to be wrong is corrected like what is absent.
 *
 * Settlement, board and explorer call this one function, so that they show the same values.
 *
 * @param measured - As measured, seven days and one day wider than `axis` where known; see `fillGaps`. [Wh per step]
 * @param axis - The part wanted; inside `measured.axis`, on the same steps.
 * @param decisions - Of this curve, those that touch `measured.axis`.
 * @throws {DomainError} AXIS_MISMATCH as `fillGaps` does.
 * @see Convention Enedis-FOR-CF_01E, art. 5.2.3 (données absentes ou invalides).
 */
export function correctSeries(
  measured: EnergySeries,
  axis: TimeAxis,
  { manualValues, gapDecisions }: CurveDecisions,
): CorrectedSeries {
  const corrected = fillGaps(discardReplacedValues(measured, manualValues), axis);
  return applyManualValues(applyGapDecisions(corrected, gapDecisions), manualValues);
}
