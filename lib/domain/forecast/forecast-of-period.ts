import type { PartialEnergies } from "@/lib/domain/dashboard/month-energies";
import { weighByDays } from "@/lib/domain/dashboard/weigh-by-days";
import { addMonths } from "@/lib/domain/time/add-months";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import type { ForecastMonth, OperationForecast } from "./operation-forecast";

const YEAR_MONTHS = 12;

export type PeriodForecast = PartialEnergies & {
  /** Taken from a year before: none was told for its own. */
  readonly isRepeated: boolean;
};

/**
 * What was foreseen of a settlement period: each civil month counts for the part of its days that lies in the period.
 *
 * @param forecasts - In any order; one for each first day.
 * @returns Null before the first forecast; each energy is null where a month of the period lacks it.
 */
export function forecastOfPeriod(period: Period, forecasts: readonly OperationForecast[]): PeriodForecast | null {
  const months = listMonths(period, forecasts);
  if (months === null) return null;
  const weigh = (amountOf: (month: ForecastMonth) => number | null) =>
    weighByDays(
      period,
      months.map(({ days, month }) => ({ period: days, amount: amountOf(month) })),
    );
  return {
    productionWh: weigh(({ productionWh }) => productionWh),
    selfConsumedWh: weigh(({ selfConsumedWh }) => selfConsumedWh),
    surplusWh: weigh(({ productionWh, selfConsumedWh }) => subtract(productionWh, selfConsumedWh)),
    withdrawalWh: weigh(({ withdrawalWh }) => withdrawalWh),
    complementWh: weigh(({ withdrawalWh, selfConsumedWh }) => subtract(withdrawalWh, selfConsumedWh)),
    isRepeated: months.some(({ isRepeated }) => isRepeated),
  };
}

type FoundMonth = { readonly days: Period; readonly month: ForecastMonth; readonly isRepeated: boolean };

function listMonths(period: Period, forecasts: readonly OperationForecast[]): readonly FoundMonth[] | null {
  const found: FoundMonth[] = [];
  for (let from = firstOfMonth(period.from); from < period.toExclusive; from = addMonths(from, 1)) {
    const month = findMonth(from, forecasts);
    if (month === null) return null;
    found.push({ ...month, days: { from, toExclusive: addMonths(from, 1) } });
  }
  return found;
}

function findMonth(from: CivilDate, forecasts: readonly OperationForecast[]): Omit<FoundMonth, "days"> | null {
  const standing = forecasts.filter((each) => each.from <= from).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
  if (!standing) return null;
  const since = monthNumber(from) - monthNumber(standing.from);
  const month = standing.months[since % YEAR_MONTHS];
  return month ? { month, isRepeated: since >= YEAR_MONTHS } : null;
}

const firstOfMonth = (day: CivilDate) => `${day.slice(0, 7)}-01` as CivilDate;
const monthNumber = (day: CivilDate) => Number(day.slice(0, 4)) * YEAR_MONTHS + Number(day.slice(5, 7));
const subtract = (whole: number | null, part: number | null) => (whole === null || part === null ? null : whole - part);
