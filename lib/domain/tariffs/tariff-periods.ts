import type { TariffPeriod } from "./tariff-period";

/** The periods an off-peak schedule tells apart, in the order in which they are listed everywhere. */
export const TARIFF_PERIODS = [
  "BASE",
  "HP",
  "HC",
  "HPH",
  "HCH",
  "HPB",
  "HCB",
] as const satisfies readonly TariffPeriod[];

/** A period that a clock and a calendar are enough to find; the others depend on days the operator chooses. */
export type ScheduledPeriod = (typeof TARIFF_PERIODS)[number];
