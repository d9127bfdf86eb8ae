import type { MonthEnergies } from "./month-energies";

/** The energies of some months together; null without any month. [Wh] */
export function sumEnergies(months: readonly MonthEnergies[]): MonthEnergies | null {
  if (months.length === 0) return null;
  const sum = (key: keyof MonthEnergies) => months.reduce((total, month) => total + month[key], 0);
  return {
    productionWh: sum("productionWh"),
    selfConsumedWh: sum("selfConsumedWh"),
    surplusWh: sum("surplusWh"),
    withdrawalWh: sum("withdrawalWh"),
    complementWh: sum("complementWh"),
  };
}
