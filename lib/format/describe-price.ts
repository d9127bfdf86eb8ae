import type { PriceEntry, PriceValues } from "@/lib/domain/tariffs/price-entry";
import { TARIFF_PERIODS } from "@/lib/domain/tariffs/tariff-periods";
import { formatNumber, formatQuantity } from "./format-number";
import { EXCISE_CATEGORY_WORDS, NETWORK_OPTION_WORDS } from "./price-words";

/** The values of a price in French, `HP 21,5 · HC 16 c€/kWh`; « à renseigner » where it is not known. */
export function describePrice({ kind, values }: Pick<PriceEntry, "kind" | "values">): string {
  if (Object.keys(values).length === 0) return "à renseigner";
  switch (kind) {
    case "vat":
      return [
        `fourniture, réseau et accise ${percent(values.supply)}`,
        `énergie partagée ${percent(values.internal)}`,
        `frais ${percent(values.fee)}`,
      ].join(" · ");
    case "fee":
      return `${cents(values.energy)} c€/kWh autoconsommé · ${formatQuantity(numberOf(values.period) / 1e5, "€", { minDecimals: 2 })} par PRM et par période`;
    case "contract":
      return [
        values.formula,
        wordOf(NETWORK_OPTION_WORDS, values.option),
        wordOf(EXCISE_CATEGORY_WORDS, values.excise),
      ].join(" · ");
    case "vat_choice":
      return values.included === 1 ? "avec TVA (elle n’est pas récupérée)" : "sans TVA (elle est récupérée)";
    case "substation":
      return values.single === 1 ? "tous les points derrière le même poste" : "pas tous derrière le même poste";
    default:
      return describePeriods(values);
  }
}

function describePeriods(values: PriceValues): string {
  const periods = TARIFF_PERIODS.filter((period) => values[period] !== undefined);
  if (periods.length === 1 && periods[0] === "BASE") return `${cents(values.BASE)} c€/kWh`;
  return `${periods.map((period) => `${period === "BASE" ? "toutes heures" : period} ${cents(values[period])}`).join(" · ")} c€/kWh`;
}

const numberOf = (value: number | string | undefined) => (typeof value === "number" ? value : Number.NaN);
const cents = (value: number | string | undefined) => formatNumber(numberOf(value) / 1000, { maxDecimals: 3 });
const percent = (value: number | string | undefined) =>
  formatQuantity(numberOf(value) / 10_000, "%", { maxDecimals: 2 });
const wordOf = (words: Readonly<Record<string, string>>, value: number | string | undefined) =>
  words[String(value)] ?? "";
