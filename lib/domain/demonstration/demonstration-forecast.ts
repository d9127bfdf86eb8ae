import type { OperationForecast } from "@/lib/domain/forecast/operation-forecast";
import { civilDate } from "@/lib/domain/time/civil-date";

// October to September: what a study foresaw of a 54 kWc roof and eleven meters. [kWh] Production, withdrawal, self-consumed.
const MONTHS_KWH: readonly (readonly [number, number, number])[] = [
  [4900, 15000, 3500],
  [3400, 17500, 2700],
  [2900, 19500, 2400],
  [3200, 20500, 2600],
  [4100, 18500, 3200],
  [5900, 17000, 4300],
  [6700, 14000, 4300],
  [7600, 12500, 4500],
  [7900, 12000, 4600],
  [8200, 11000, 4300],
  [7600, 10000, 3800],
  [6200, 12500, 4100],
];

const KWH = 1000; // [Wh]

/** What the demonstration's study foresaw of its first year: made up, like the operation itself. */
export const DEMONSTRATION_FORECAST: OperationForecast & { readonly source: string } = {
  from: civilDate("2025-10-01"),
  source: "Étude de faisabilité (fictive, comme toute la démonstration)",
  months: MONTHS_KWH.map(([production, withdrawal, selfConsumed]) => ({
    productionWh: production * KWH,
    withdrawalWh: withdrawal * KWH,
    selfConsumedWh: selfConsumed * KWH,
  })),
};
