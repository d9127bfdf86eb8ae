/** One Paris day of a whole operation. [Wh per step] */
export type OperationDay = { readonly productionWh: Float64Array; readonly withdrawalWh: Float64Array };

/**
 * The share of the production that falls when the consumers draw: Σ min(P, Σ L) / Σ P over every step. No key shares more.
 *
 * @returns From 0 to 1; null where a value is missing or nothing was produced.
 *
 * @example
 * const day = { productionWh: Float64Array.of(4, 0), withdrawalWh: Float64Array.of(3, 5) };
 * synchronisationShare([day]); // => 0.75
 */
export function synchronisationShare(days: readonly OperationDay[]): number | null {
  let together = 0;
  let produced = 0;
  for (const { productionWh, withdrawalWh } of days) {
    for (const [step, energyWh] of productionWh.entries()) {
      together += Math.min(energyWh, withdrawalWh[step] ?? Number.NaN);
      produced += energyWh;
    }
  }
  // A missing value has spread to the sums.
  return Number.isNaN(together) || !(produced > 0) ? null : Math.min(1, together / produced);
}
