import type { Coefficients } from "@/lib/domain/coefficients/coefficients";
import type { EnergySeries } from "@/lib/domain/series/energy-series";

/**
 * Writes the coefficients that the default key gave, C_j = L_j / Σ L, 0 where Σ L is 0, at the steps where it applied.
 *
 * @param coefficients - What applied over these steps.
 * @param withdrawal - Withdrawal of each consumer over these steps. [Wh per step] (C × T)
 * @param shares - Where to write, for each consumer; the other steps are left as they are. (C × T)
 * @returns Whether the default key applied at some step.
 * @see Convention Enedis-FOR-CF_01E, art. 4.1 and 5.2.2.1: the DSO tells them.
 */
export function writeDefaultShares(
  coefficients: Coefficients,
  withdrawal: readonly EnergySeries[],
  shares: readonly Float64Array[],
): boolean {
  const applies = stepsOf(coefficients);
  if (!applies) return false;
  const length = withdrawal[0]?.energyWh.length ?? 0;
  for (let t = 0; t < length; t += 1) {
    if (!applies(t)) continue;
    let sumWh = 0;
    for (const { energyWh } of withdrawal) sumWh += energyWh[t] as number;
    for (const [j, { energyWh }] of withdrawal.entries()) {
      (shares[j] as Float64Array)[t] = sumWh === 0 ? 0 : (energyWh[t] as number) / sumWh;
    }
  }
  return true;
}

function stepsOf(coefficients: Coefficients): ((step: number) => boolean) | null {
  if (coefficients.kind === "default") return () => true;
  if (coefficients.kind === "static" || !coefficients.defaultSteps) return null;
  const { defaultSteps } = coefficients;
  return (step) => defaultSteps[step] === 1;
}
