import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";

/** What an energy is, in one word. */
export const ENERGY_WORDS: Readonly<Record<EnergyQuantity, string>> = {
  withdrawal: "soutirage",
  injection: "injection",
  self_consumed: "autoconsommé",
  complement: "complément",
  self_produced: "autoproduit",
  surplus: "surplus",
};
