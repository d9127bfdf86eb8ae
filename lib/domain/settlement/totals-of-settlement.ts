import type { RunTotals } from "./run-figures";
import type { SettledPoint, Settlement } from "./settlement";

/** The totals of a whole period. */
export function totalsOfSettlement({ producers, consumers }: Settlement): RunTotals {
  const productionWh = total(producers, "totalEnergyWh");
  return {
    productionWh,
    withdrawalWh: total(consumers, "totalEnergyWh"),
    selfConsumedWh: total(consumers, "totalSharedWh"),
    surplusWh: Math.max(0, productionWh - total(producers, "totalSharedWh")), // two sums may differ in the last bit
    correctedSteps: total(producers, "correctedSteps") + total(consumers, "correctedSteps"),
  };
}

const total = (points: readonly SettledPoint[], field: "totalEnergyWh" | "totalSharedWh" | "correctedSteps"): number =>
  points.reduce((sum, point) => sum + point[field], 0);
