import type { Period } from "@/lib/domain/time/period";
import type { MonthEnergies } from "./month-energies";
import { sameDaysAYearBefore } from "./same-days-a-year-before";
import { weighByDays } from "./weigh-by-days";

export type LastYearEnergies = MonthEnergies & {
  /** The days counted. */
  readonly period: Period;
  /** The periods of last year were cut otherwise (art. 4: the anniversary moved): each counts for the part of its days. */
  readonly isProrated: boolean;
};

/**
 * What the same days of last year held, so that periods of unequal length compare: never more days with fewer.
 *
 * @param settled - Settled periods that do not overlap.
 * @returns Null unless settled periods cover every one of these days.
 */
export function lastYearEnergies(
  period: Period,
  settled: readonly { readonly period: Period; readonly energies: MonthEnergies }[],
): LastYearEnergies | null {
  const days = sameDaysAYearBefore(period);
  const weigh = (key: keyof MonthEnergies) =>
    weighByDays(
      days,
      settled.map((month) => ({ period: month.period, amount: month.energies[key] })),
    );
  const productionWh = weigh("productionWh");
  const selfConsumedWh = weigh("selfConsumedWh");
  const surplusWh = weigh("surplusWh");
  const withdrawalWh = weigh("withdrawalWh");
  const complementWh = weigh("complementWh");
  if (productionWh === null || selfConsumedWh === null || surplusWh === null) return null;
  if (withdrawalWh === null || complementWh === null) return null;
  const isWhole =
    settled.some((month) => month.period.from === days.from) &&
    settled.some((month) => month.period.toExclusive === days.toExclusive);
  return { productionWh, selfConsumedWh, surplusWh, withdrawalWh, complementWh, period: days, isProrated: !isWhole };
}
