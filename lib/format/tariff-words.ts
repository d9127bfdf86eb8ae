import type { ScheduledPeriod } from "@/lib/domain/tariffs/tariff-periods";
import type { TariffStructure } from "@/lib/domain/tariffs/tariff-schedule";

/** The tariffs that tell periods apart, as people choose them. */
export const TARIFF_STRUCTURES: Readonly<Record<TariffStructure, string>> = {
  base: "Base",
  peak_off_peak: "HP/HC",
  four_periods: "4 postes",
};

/** What each tariff period is, beside its code. */
export const TARIFF_PERIOD_WORDS: Readonly<Record<ScheduledPeriod, string>> = {
  BASE: "toutes les heures",
  HP: "heures pleines",
  HC: "heures creuses",
  HPH: "heures pleines de saison haute",
  HCH: "heures creuses de saison haute",
  HPB: "heures pleines de saison basse",
  HCB: "heures creuses de saison basse",
};

/** What no off-peak hours are known for: never a tariff period. */
export const NO_SCHEDULE = "non renseigné";
