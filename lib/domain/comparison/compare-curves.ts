import type { TimeAxis } from "@/lib/domain/time/time-axis";
import type { ComparedFigure } from "./compared-figure";
import { curveToleranceWh } from "./tolerance";

/** What a comparison of two curves says of a figure. */
export type ComparedCurves = Pick<
  ComparedFigure,
  "oursWh" | "theirsWh" | "toleranceWh" | "isDifferent" | "excessWh"
> & {
  readonly steps: NonNullable<ComparedFigure["steps"]>;
};

/**
 * Sets two curves side by side, step by step.
 *
 * The tolerance is that of a step. The totals need none of their own: N values that are each within it add up to
 * totals within N times it, so that totals further apart imply a step that is.
 *
 * @param ours - [Wh per step] (T,)
 * @param theirs - As published, `NaN` where it says nothing. [Wh per step] (T,)
 * @param isExpected - 1 at the steps where both should say something; elsewhere nothing is missed. (T,)
 */
export function compareCurves(
  ours: Float64Array,
  theirs: Float64Array,
  { startMs, stepMinutes, length }: TimeAxis,
  isExpected: Uint8Array,
): ComparedCurves {
  const toleranceWh = curveToleranceWh(stepMinutes);
  const found = { compared: 0, differing: 0, missingOurs: 0, missingTheirs: 0 };
  const sums = { ours: 0, theirs: 0, excess: 0 };
  let [first, last, largestStep, largestWh] = [-1, -1, -1, 0];
  for (let t = 0; t < length; t += 1) {
    const oursWh = ours[t] as number;
    const differenceWh = (theirs[t] as number) - oursWh;
    if (Number.isNaN(differenceWh)) {
      countMissing(found, Number.isNaN(oursWh), Number.isNaN(theirs[t]), isExpected[t] === 1);
      continue;
    }
    found.compared += 1;
    sums.ours += oursWh;
    sums.theirs += theirs[t] as number;
    const distanceWh = Math.abs(differenceWh);
    if (distanceWh > Math.abs(largestWh) || largestStep < 0) [largestWh, largestStep] = [differenceWh, t];
    if (distanceWh <= toleranceWh) continue;
    found.differing += 1;
    sums.excess += distanceWh;
    if (first < 0) first = t;
    last = t;
  }
  const startOf = (step: number) => (step < 0 ? null : startMs + step * stepMinutes * 60_000);
  return {
    oursWh: found.compared === 0 ? null : sums.ours,
    theirsWh: found.compared === 0 ? null : sums.theirs,
    toleranceWh,
    isDifferent: found.differing > 0,
    excessWh: sums.excess,
    steps: {
      comparedSteps: found.compared,
      differingSteps: found.differing,
      missingOurs: found.missingOurs,
      missingTheirs: found.missingTheirs,
      firstMs: startOf(first),
      lastMs: startOf(last),
      largestWh: largestStep < 0 ? null : largestWh,
      largestMs: startOf(largestStep),
    },
  };
}

function countMissing(
  found: { missingOurs: number; missingTheirs: number },
  isOursMissing: boolean,
  isTheirsMissing: boolean,
  isExpected: boolean,
): void {
  if (isOursMissing && !isTheirsMissing) found.missingOurs += 1;
  if (isTheirsMissing && !isOursMissing && isExpected) found.missingTheirs += 1;
}
