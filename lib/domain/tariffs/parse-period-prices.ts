import { parseCentsPerKwh } from "./parse-cents-per-kwh";
import { TARIFF_PERIODS } from "./tariff-periods";

const ALL_HOURS = "BASE";

/**
 * Prices by tariff period as typed: one for all hours, or each after its period.
 *
 * @returns By period, in thousandths of a cent; null when something of it is not understood.
 *
 * @example
 * parsePeriodPrices("HP 21,5 ; HC 16,2"); // => { HP: 21500, HC: 16200 }
 */
export function parsePeriodPrices(text: string): Readonly<Record<string, number>> | null {
  const single = parseCentsPerKwh(text);
  if (single !== null) return { [ALL_HOURS]: single };
  const prices: Record<string, number> = {};
  for (const part of text.split(/[;·\n]/).map((each) => each.trim())) {
    if (part === "") continue;
    const [, name = "", amount = ""] = /^([a-z]+)\s*:?\s*(.+)$/i.exec(part) ?? [];
    const period = TARIFF_PERIODS.find((each) => each === name.toUpperCase());
    const price = parseCentsPerKwh(amount);
    if (!period || price === null || period in prices) return null;
    prices[period] = price;
  }
  return Object.keys(prices).length > 0 ? prices : null;
}
