import { WHOLE_PPM } from "./coefficients";
import { NO_PPM } from "./delivery";

/** Two readings of the coefficients of one consumer. */
export type SharesComparison = {
  /** Steps at which both say something. */
  readonly comparedSteps: number;
  /** Steps at which they differ by more than what rounding explains. */
  readonly differingSteps: number;
  /** The first of them. */
  readonly firstStep: number | null;
  /** Mean over the compared steps, a part of 1; null when there is none. */
  readonly oursMean: number | null;
  readonly theirsMean: number | null;
  /** Largest difference, theirs − ours, a part of 1; null when there is none. */
  readonly largest: number | null;
};

/**
 * Sets the coefficients that the DSO says it used beside those that were computed.
 *
 * @param ours - C_j, a part of 1, `NaN` where the default key did not apply. (T,)
 * @param theirs - NO_PPM where there is none. [ppm] (T,)
 * @param unitPpm - Precision of theirs: a difference of one unit is rounding, as a largest remainder may lend one. [ppm]
 * @see Convention Enedis-FOR-CF_01E, art. 5.2.2.1.
 */
export function compareShares(ours: Float64Array, theirs: Int32Array, unitPpm: number): SharesComparison {
  const tolerance = unitPpm / WHOLE_PPM + 1e-12;
  const sums = { ours: 0, theirs: 0, steps: 0, differing: 0 };
  let firstStep: number | null = null;
  let largest: number | null = null;
  for (const [t, mine] of ours.entries()) {
    const given = theirs[t] ?? NO_PPM;
    if (Number.isNaN(mine) || given === NO_PPM) continue;
    const difference = given / WHOLE_PPM - mine;
    sums.steps += 1;
    sums.ours += mine;
    sums.theirs += given / WHOLE_PPM;
    if (largest === null || Math.abs(difference) > Math.abs(largest)) largest = difference;
    if (Math.abs(difference) <= tolerance) continue;
    sums.differing += 1;
    firstStep ??= t;
  }
  const mean = (sum: number) => (sums.steps === 0 ? null : sum / sums.steps);
  return {
    comparedSteps: sums.steps,
    differingSteps: sums.differing,
    firstStep,
    oursMean: mean(sums.ours),
    theirsMean: mean(sums.theirs),
    largest,
  };
}
