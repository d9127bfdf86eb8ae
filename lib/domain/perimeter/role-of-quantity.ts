import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import type { PerimeterRole } from "./attachment";

const OF_PRODUCERS: ReadonlySet<EnergyQuantity> = new Set(["injection", "self_produced", "surplus"]);

/** Of whom a quantity is measured or computed. */
export function roleOfQuantity(quantity: EnergyQuantity): PerimeterRole {
  return OF_PRODUCERS.has(quantity) ? "producer" : "consumer";
}
