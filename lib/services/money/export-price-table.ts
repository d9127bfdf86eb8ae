import type { PriceEntry } from "@/lib/domain/tariffs/price-entry";
import { TARIFF_PERIODS } from "@/lib/domain/tariffs/tariff-periods";
import { formatDay } from "@/lib/format/format-date";
import { formatNumber } from "@/lib/format/format-number";
import { toCsv } from "@/lib/format/to-csv";
import { EXCISE_CELLS, OPTION_CELLS, PRICE_COLUMNS, type PriceColumn } from "@/lib/formats/price-table/price-table";
import type { NamedPrice } from "./list-prices";

/**
 * What is known of each consumer's contract as the table `readPriceTable` reads; one without any has a line to fill in.
 *
 * @param points - Consumers, by name.
 */
export function exportPriceTable(
  points: readonly { readonly prm: string; readonly name: string }[],
  prices: readonly NamedPrice[],
): string {
  const keys = Object.keys(PRICE_COLUMNS) as PriceColumn[];
  const rows = points.flatMap(({ prm, name }) => {
    const own = prices.filter((price) => price.prm === prm && (price.kind === "supply" || price.kind === "contract"));
    const days = [...new Set(own.map(({ from }) => from))].sort();
    if (days.length === 0) return [{ prm, site: name }];
    return days.map((day) => ({
      prm,
      site: name,
      ...cellsOf(
        own.filter(({ from }) => from === day),
        day,
      ),
    }));
  });
  return toCsv(
    keys.map((key) => PRICE_COLUMNS[key]),
    rows.map((row: Partial<Record<PriceColumn, string>>) => keys.map((key) => row[key] ?? "")),
  );
}

function cellsOf(entries: readonly PriceEntry[], day: string): Partial<Record<PriceColumn, string>> {
  const supply = entries.find(({ kind }) => kind === "supply")?.values ?? {};
  const contract = entries.find(({ kind }) => kind === "contract")?.values ?? {};
  const prices = TARIFF_PERIODS.map((period) => [period, supply[period]] as const);
  return {
    from: formatDay(day),
    ...Object.fromEntries(
      prices.flatMap(([period, price]) =>
        typeof price === "number" ? [[period, formatNumber(price / 1000, { maxDecimals: 3 })]] : [],
      ),
    ),
    formula: String(contract.formula ?? ""),
    option: OPTION_CELLS[contract.option as keyof typeof OPTION_CELLS] ?? "",
    excise: EXCISE_CELLS[contract.excise as keyof typeof EXCISE_CELLS] ?? "",
  };
}
