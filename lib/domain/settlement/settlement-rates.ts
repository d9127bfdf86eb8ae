/** Totals of a settled period. [Wh] */
export type SettledTotals = {
  readonly productionWh: number;
  readonly withdrawalWh: number;
  readonly selfConsumedWh: number;
};

export type SettlementRates = {
  /** Self-consumed / production: "taux d'autoconsommation". [0 to 1] */
  readonly selfConsumptionRate: number | null;
  /** Self-consumed / withdrawal: "taux d'autoproduction". [0 to 1] */
  readonly selfProductionRate: number | null;
  /** Production / withdrawal: "taux de couverture", above 1 when more is produced than withdrawn. */
  readonly coverageRate: number | null;
};

/**
 * The three rates of stored totals; null where the divisor is 0.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 11.6.1.3.
 */
export function settlementRates({ productionWh, withdrawalWh, selfConsumedWh }: SettledTotals): SettlementRates {
  return {
    // Two sums of the same energies may differ in the last bit: a part is never more than its whole.
    selfConsumptionRate: productionWh === 0 ? null : Math.min(1, selfConsumedWh / productionWh),
    selfProductionRate: withdrawalWh === 0 ? null : Math.min(1, selfConsumedWh / withdrawalWh),
    coverageRate: withdrawalWh === 0 ? null : productionWh / withdrawalWh,
  };
}
