import type { PriceValues } from "./price-entry";
import type { ScheduledPeriod } from "./tariff-periods";

// A supply contract often tells fewer periods apart than the network tariff.
const NEXT: Readonly<Record<ScheduledPeriod, readonly ScheduledPeriod[]>> = {
  BASE: ["BASE"],
  HP: ["HP", "BASE"],
  HC: ["HC", "BASE"],
  HPH: ["HPH", "HP", "BASE"],
  HCH: ["HCH", "HC", "BASE"],
  HPB: ["HPB", "HP", "BASE"],
  HCB: ["HCB", "HC", "BASE"],
};

/**
 * The price of a tariff period: its own, else that of all seasons (HPH → HP), else that of all hours (`BASE`).
 *
 * @param period - Null: off-peak hours are not known, only a price of all hours holds.
 * @returns [1e-5 €/kWh]; `NaN` when there is none.
 */
export function priceOfPeriod(values: PriceValues | null, period: ScheduledPeriod | null): number {
  for (const key of NEXT[period ?? "BASE"]) {
    const price = values?.[key];
    if (typeof price === "number") return price;
  }
  return Number.NaN;
}
