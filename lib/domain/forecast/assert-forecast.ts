import { DomainError } from "@/lib/domain/errors";
import { addMonths } from "@/lib/domain/time/add-months";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { OperationForecast } from "./operation-forecast";

const YEAR_MONTHS = 12;
const MOST_WH = 1e12; // 1 TWh a month: nobody's roof

/**
 * Checks that a forecast is one: twelve civil months from the first of a month, and never more self-consumed than is
 * produced or withdrawn.
 *
 * @throws {DomainError} INVALID_FORECAST with `reason` and, where it is about one, `month` (1 to 12, in the forecast's order)
 *   and the first day of it, `from`.
 */
export function assertForecast({ from, months }: OperationForecast): void {
  if (!from.endsWith("-01")) refuse("first_day");
  if (months.length !== YEAR_MONTHS) refuse("twelve_months");
  const monthOf = (index: number) => ({ month: index + 1, from: addMonths(from, index) });
  for (const [index, { productionWh, withdrawalWh, selfConsumedWh }] of months.entries()) {
    const said = [productionWh, withdrawalWh, selfConsumedWh].filter((energyWh) => energyWh !== null);
    if (!said.every((energyWh) => energyWh >= 0 && energyWh <= MOST_WH)) refuse("energy", monthOf(index));
    if (selfConsumedWh === null) continue;
    if (productionWh !== null && selfConsumedWh > productionWh) refuse("more_than_production", monthOf(index));
    if (withdrawalWh !== null && selfConsumedWh > withdrawalWh) refuse("more_than_withdrawal", monthOf(index));
  }
  if (months.every((month) => Object.values(month).every((energyWh) => energyWh === null))) refuse("nothing_said");
}

function refuse(reason: string, month?: { readonly month: number; readonly from: CivilDate }): never {
  throw new DomainError("INVALID_FORECAST", `the forecast is wrong: ${reason}`, {
    details: { reason, ...month },
  });
}
