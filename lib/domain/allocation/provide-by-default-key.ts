import type { DefaultKey, Tile } from "./prepare-sharing";

/**
 * Step 1 where the default key applies: all that is produced, in proportion to withdrawal.
 *
 * L_j · (Σ P / Σ L) and not Σ P · (L_j / Σ L): where there is enough withdrawal the ratio is at most 1 and the share,
 * rounded or not, at most L_j, so that no surplus is made of rounding.
 *
 * @param tile - The steps to write, if the default key applies there.
 * @param defaultKey - Where it applies, and its ratio. (T,)
 * @param withdrawalWh - L_j. [Wh] (T,)
 * @param allocatedWh - Written: Σ_i P_ij. [Wh] (T,)
 */
export function provideByDefaultKey(
  tile: Tile,
  { steps, supplyRatio }: DefaultKey,
  withdrawalWh: Float64Array,
  allocatedWh: Float64Array,
): void {
  for (const { first, end } of tile) {
    for (let t = first; t < end; t += 1) {
      if (steps[t] !== 0) allocatedWh[t] = (withdrawalWh[t] as number) * (supplyRatio[t] as number);
    }
  }
}
