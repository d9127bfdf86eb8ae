import type { Allocation, AllocationInput } from "./allocation";
import { sumCompleteWh } from "./sum-complete-wh";

/** Totals and rates of an operation over the axis of its allocation. `null`: a step is missing, or a rate is undefined. */
export type Indicators = {
  /** Σ P_i. [Wh] */
  readonly productionWh: number | null;
  /** Σ L_j. [Wh] */
  readonly withdrawalWh: number | null;
  /** Energy of the operation that its consumers used. [Wh] */
  readonly selfConsumedWh: number | null;
  /** Production that nobody in the operation used. [Wh] */
  readonly surplusWh: number | null;
  /** Withdrawal that suppliers bill. [Wh] */
  readonly complementWh: number | null;
  /** Self-consumed / production: "taux d'autoconsommation". [0 to 1] */
  readonly selfConsumptionRate: number | null;
  /** Self-consumed / withdrawal: "taux d'autoproduction". [0 to 1] */
  readonly selfProductionRate: number | null;
  /** Production / withdrawal: "taux de couverture", above 1 when more is produced than withdrawn. */
  readonly coverageRate: number | null;
};

/**
 * Sums an allocation over its axis, all participants together.
 *
 * The convention names the three rates without their formulas; these are the regulator's and the usual ones.
 *
 * @param input - What was shared. [Wh per step]
 * @param allocation - How, on the same axis. [Wh per step]
 * @returns Totals [Wh] and rates.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 11.6.1.3.
 */
export function sumIndicators(
  { production, withdrawal }: Pick<AllocationInput, "production" | "withdrawal">,
  { consumers, producers }: Pick<Allocation, "consumers" | "producers">,
): Indicators {
  const productionWh = sumAll(production.map(({ energyWh }) => energyWh));
  const withdrawalWh = sumAll(withdrawal.map(({ energyWh }) => energyWh));
  const selfConsumedWh = sumAll(consumers.map((consumer) => consumer.selfConsumedWh));
  return {
    productionWh,
    withdrawalWh,
    selfConsumedWh,
    surplusWh: sumAll(producers.map((producer) => producer.surplusWh)),
    complementWh: sumAll(consumers.map((consumer) => consumer.complementWh)),
    selfConsumptionRate: shareOf(selfConsumedWh, productionWh),
    selfProductionRate: shareOf(selfConsumedWh, withdrawalWh),
    coverageRate: divide(productionWh, withdrawalWh),
  };
}

function sumAll(series: readonly Float64Array[]): number | null {
  return series.map(sumCompleteWh).reduce((sum, wh) => (sum === null || wh === null ? null : sum + wh), 0);
}

// Two sums of the same energies may differ in the last bit: a part is never more than its whole.
function shareOf(part: number | null, whole: number | null): number | null {
  const share = divide(part, whole);
  return share === null ? null : Math.min(1, share);
}

function divide(dividend: number | null, divisor: number | null): number | null {
  return dividend === null || divisor === null || divisor === 0 ? null : dividend / divisor;
}
