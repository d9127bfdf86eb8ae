/** Total of a curve that does not hide what is missing. */
export type EnergySum = {
  /** Sum of all steps, or null as soon as one is missing: never a smaller total. [Wh] */
  readonly totalWh: number | null;
  /** Sum of the steps that are known. [Wh] */
  readonly knownWh: number;
  /** Steps without a value (`NaN`). */
  readonly missingCount: number;
};

/**
 * Adds up the steps of a curve.
 *
 * @param energyWh - Energy per step, `NaN` where missing. [Wh per step] (T,)
 */
export function sumEnergy(energyWh: Float64Array): EnergySum {
  let knownWh = 0;
  let missingCount = 0;
  for (const value of energyWh) {
    if (Number.isNaN(value)) missingCount += 1;
    else knownWh += value;
  }
  return { totalWh: missingCount === 0 ? knownWh : null, knownWh, missingCount };
}
