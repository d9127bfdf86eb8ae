/** Two curves over the steps that both know. */
export type SharedEnergy = {
  /** Steps known in both: the only ones that may be compared. */
  readonly sharedCount: number;
  /** Energy of each over the shared steps. [Wh] */
  readonly sharedWh: number;
  readonly sharedOtherWh: number;
};

/**
 * Adds up two curves over the steps that both know.
 *
 * @param energyWh - [Wh per step] (T,)
 * @param otherWh - [Wh per step] (T,)
 */
export function sumShared(energyWh: Float64Array, otherWh: Float64Array): SharedEnergy {
  let [sharedCount, sharedWh, sharedOtherWh] = [0, 0, 0];
  for (const [t, value] of energyWh.entries()) {
    const other = otherWh[t] as number;
    if (Number.isNaN(value) || Number.isNaN(other)) continue;
    sharedCount += 1;
    sharedWh += value;
    sharedOtherWh += other;
  }
  return { sharedCount, sharedWh, sharedOtherWh };
}
