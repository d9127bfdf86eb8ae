/**
 * What is left of a curve once the shared part is taken: complement of a consumer, surplus of a producer.
 *
 * Never below 0: a share equal to its whole may differ from it in the last bit.
 *
 * @param energyWh - Withdrawal or injection, `NaN` where missing. [Wh per step] (T,)
 * @param sharedWh - Self-consumed or self-produced. [Wh per step] (T,)
 * @returns `NaN` where either is missing. [Wh per step] (T,)
 * @see Convention Enedis-FOR-CF_01E, annexe 7.
 */
export function restOfCurve(energyWh: Float64Array, sharedWh: Float64Array): Float64Array {
  return energyWh.map((wh, step) => Math.max(0, wh - (sharedWh[step] as number)));
}
