import type { DefaultKey } from "./open-tile";

/**
 * Step 1 where the default key applies: all that is produced, in proportion to withdrawal.
 *
 * L_j · (Σ P / Σ L) and not Σ P · (L_j / Σ L): where there is enough withdrawal the ratio is at most 1 and the share,
 * rounded or not, at most L_j, so that no surplus is made of rounding.
 *
 * @param withdrawalWh - L_j. [Wh] (n,)
 * @param defaultKey - Where it applies, and its ratio. (n,)
 * @param allocatedWh - Written at its steps: Σ_i P_ij. [Wh] (n,)
 */
export function provideByDefaultKey(
  withdrawalWh: Float64Array,
  { steps, supplyRatio }: DefaultKey,
  allocatedWh: Float64Array,
): void {
  for (let t = 0; t < steps.length; t += 1) {
    if (steps[t] !== 0) allocatedWh[t] = (withdrawalWh[t] as number) * (supplyRatio[t] as number);
  }
}
