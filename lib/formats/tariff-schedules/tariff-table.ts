import type { DatedTariffSchedule } from "@/lib/domain/tariffs/tariff-schedule";

/** Off-peak hours of one metering point from a day on: a line of the table. */
export type TariffLine = DatedTariffSchedule & { readonly prm: string };

/** Columns of the table, in the order written. */
export const TARIFF_COLUMNS = {
  prm: "PRM",
  site: "Site",
  from: "À partir du",
  structure: "Tarif",
  offPeak: "Heures creuses",
  lowSeasonOffPeak: "Heures creuses en saison basse",
  highSeasonMonths: "Mois de saison haute",
} as const;

export type TariffColumn = keyof typeof TARIFF_COLUMNS;
