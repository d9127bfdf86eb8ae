import type { PriceValues } from "@/lib/domain/tariffs/price-entry";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/** What a line says of a metering point from a day on; null: nothing of that. */
export type PriceLine = {
  readonly prm: string;
  readonly from: CivilDate;
  /** Of the complement. */
  readonly supply: PriceValues | null;
  readonly contract: PriceValues | null;
};

/** Columns of the table, in the order written. */
export const PRICE_COLUMNS = {
  prm: "PRM",
  site: "Site",
  from: "À partir du",
  BASE: "Toutes heures (c€/kWh)",
  HP: "HP (c€/kWh)",
  HC: "HC (c€/kWh)",
  HPH: "HPH (c€/kWh)",
  HCH: "HCH (c€/kWh)",
  HPB: "HPB (c€/kWh)",
  HCB: "HCB (c€/kWh)",
  formula: "Formule de réseau",
  option: "Option de réseau",
  excise: "Catégorie d’accise",
} as const;

export type PriceColumn = keyof typeof PRICE_COLUMNS;

/** How a table writes the option of the network tariff. */
export const OPTION_CELLS = { ordinary: "sans", shared: "avec" } as const;

/** How a table writes the category of the excise. */
export const EXCISE_CELLS = { households: "ménages", small_business: "PME", high_power: "haute puissance" } as const;
