import type { CarbonFactor } from "@/lib/domain/carbon/carbon-factor";
import type { MonthsComparison } from "@/lib/domain/dashboard/compare-months";
import type { LastYearEnergies } from "@/lib/domain/dashboard/last-year-energies";
import type { MonthEnergies } from "@/lib/domain/dashboard/month-energies";
import type { PeriodForecast } from "@/lib/domain/forecast/forecast-of-period";
import type { SettlementRates } from "@/lib/domain/settlement/settlement-rates";
import type { Period } from "@/lib/domain/time/period";

/** Where the figures of a month come from: a result that stands, one whose data changed since, or none. */
export type DashboardMonthState = "closed" | "settled" | "to_recompute" | "not_settled";

/** The result the figures of a month are those of. */
export type DashboardMonthRun = {
  readonly id: string;
  readonly version: number;
  readonly createdAt: Date;
  /** Steps of all metering points whose value was corrected (art. 5.2.3). */
  readonly correctedSteps: number;
};

export type DashboardMonth = {
  readonly period: Period;
  readonly state: DashboardMonthState;
  /** The latest version; null while the period is not settled, and so are its energies, rates, CO₂ and money. */
  readonly run: DashboardMonthRun | null;
  readonly energies: MonthEnergies | null;
  readonly rates: SettlementRates | null;
  /** The same days of last year; null unless all of them are settled. */
  readonly lastYear: LastYearEnergies | null;
  readonly forecast: PeriodForecast | null;
  /** Null while a day of the month has no factor. [g CO₂e] */
  readonly avoidedCarbonG: number | null;
  /** What consumers pay less with the operation than without; null while a price lacks. [cents] */
  readonly savedCents: number | null;
  /** What the surplus is sold for; null while its price lacks. [cents] */
  readonly resaleCents: number | null;
  /** How many PRM lack a price. */
  readonly lackingPrices: number;
};

/** A sum over the months for which its parts are known. */
export type KnownSum = {
  readonly amount: number;
  /** How many months it holds. */
  readonly months: number;
};

export type DashboardTotals = {
  readonly settledMonths: number;
  readonly unsettledMonths: number;
  /** Settled, with data that changed since; closed ones are none of them. */
  readonly monthsToRecompute: number;
  readonly correctedSteps: number;
  /** Of the latest of the results; null without any. */
  readonly computedAt: Date | null;
  /** Over the settled months; null without any. [Wh] */
  readonly energies: MonthEnergies | null;
  readonly rates: SettlementRates | null;
  /** [g CO₂e] */
  readonly avoidedCarbonG: KnownSum | null;
  /** [cents] */
  readonly savedCents: KnownSum | null;
  /** [cents] */
  readonly resaleCents: KnownSum | null;
  /** The most PRM that lack a price in one month. */
  readonly lackingPrices: number;
};

/** An operation over some days, month by month and together, from stored results. */
export type OperationDashboard = {
  readonly window: Period;
  /** The settlement periods that begin in the window, oldest first: those that are settled or over. */
  readonly months: readonly DashboardMonth[];
  readonly totals: DashboardTotals;
  /** Against the same days of last year, over the months that both have. */
  readonly lastYear: MonthsComparison;
  /** Against the forecast, over the months that both have. */
  readonly forecast: MonthsComparison;
  /** Those of the collectivity, oldest first. */
  readonly carbonFactors: readonly CarbonFactor[];
};
