/** A contiguous run of missing steps. */
export type Gap = {
  /** First missing step. */
  readonly start: number;
  /** Number of missing steps, at least 1. */
  readonly length: number;
};

/**
 * The runs of missing steps of a curve, in order.
 *
 * @param energyWh - Energy per step, `NaN` where missing. [Wh per step] (T,)
 */
export function findGaps(energyWh: Float64Array): readonly Gap[] {
  const gaps: Gap[] = [];
  let start = -1;
  for (let t = 0; t <= energyWh.length; t += 1) {
    const isMissing = t < energyWh.length && Number.isNaN(energyWh[t]);
    if (isMissing && start < 0) start = t;
    if (!isMissing && start >= 0) {
      gaps.push({ start, length: t - start });
      start = -1;
    }
  }
  return gaps;
}
