import { type SettledTotals, type SettlementRates, settlementRates } from "@/lib/domain/settlement/settlement-rates";

/** What may be shown of a period. */
export type ShownSides = {
  readonly showsProduction: boolean;
  readonly showsWithdrawal: boolean;
  /** What was shared, surplus, complement and rates; never without the two others. */
  readonly showsShared: boolean;
};

/** The figures of a period as anybody may read them; null: held back, or a rate without a divisor. [Wh] */
export type ShownMonth = SettlementRates & {
  readonly productionWh: number | null;
  readonly withdrawalWh: number | null;
  readonly selfConsumedWh: number | null;
  readonly surplusWh: number | null;
  readonly complementWh: number | null;
};

const NO_RATES: SettlementRates = { selfConsumptionRate: null, selfProductionRate: null, coverageRate: null };

/**
 * Leaves out of a period what is held back. What was shared gives one sum away beside the other, so it is shown with
 * both only.
 */
export function showMonth(
  totals: SettledTotals,
  { showsProduction, showsWithdrawal, showsShared }: ShownSides,
): ShownMonth {
  const { productionWh, withdrawalWh, selfConsumedWh } = totals;
  const isWhole = showsProduction && showsWithdrawal && showsShared;
  return {
    productionWh: showsProduction ? productionWh : null,
    withdrawalWh: showsWithdrawal ? withdrawalWh : null,
    selfConsumedWh: isWhole ? selfConsumedWh : null,
    surplusWh: isWhole ? productionWh - selfConsumedWh : null,
    complementWh: isWhole ? withdrawalWh - selfConsumedWh : null,
    ...(isWhole ? settlementRates(totals) : NO_RATES),
  };
}
