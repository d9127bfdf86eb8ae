import { DomainError } from "@/lib/domain/errors";
import type { OperationForecast } from "./operation-forecast";

const YEAR_MONTHS = 12;
const MOST_WH = 1e12; // 1 TWh a month: nobody's roof

/**
 * Checks that a forecast is one: twelve civil months from the first of a month, and never more self-consumed than is
 * produced or withdrawn.
 *
 * @throws {DomainError} INVALID_FORECAST with `reason` and, where it is about one, `month` (1 to 12, in the forecast's order).
 */
export function assertForecast({ from, months }: OperationForecast): void {
  if (!from.endsWith("-01")) refuse("first_day");
  if (months.length !== YEAR_MONTHS) refuse("twelve_months");
  for (const [index, { productionWh, withdrawalWh, selfConsumedWh }] of months.entries()) {
    const said = [productionWh, withdrawalWh, selfConsumedWh].filter((energyWh) => energyWh !== null);
    if (!said.every((energyWh) => energyWh >= 0 && energyWh <= MOST_WH)) refuse("energy", index + 1);
    if (selfConsumedWh === null) continue;
    if (productionWh !== null && selfConsumedWh > productionWh) refuse("more_than_production", index + 1);
    if (withdrawalWh !== null && selfConsumedWh > withdrawalWh) refuse("more_than_withdrawal", index + 1);
  }
  if (months.every((month) => Object.values(month).every((energyWh) => energyWh === null))) refuse("nothing_said");
}

function refuse(reason: string, month?: number): never {
  throw new DomainError("INVALID_FORECAST", `the forecast is wrong: ${reason}`, {
    details: { reason, ...(month === undefined ? {} : { month }) },
  });
}
