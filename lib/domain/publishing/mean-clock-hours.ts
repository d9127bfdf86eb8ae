import { CLOCK_HOURS, type ClockHours } from "./clock-hours";

/** The mean energy of each hour of the clock; null where a value is missing. [Wh per hour] (24,) */
export type MeanHours = {
  readonly productionWh: readonly (number | null)[];
  readonly withdrawalWh: readonly (number | null)[];
  readonly selfConsumedWh: readonly (number | null)[];
};

/** The mean day of some months, each hour weighing as often as it passed. */
export function meanClockHours(months: readonly ClockHours[]): MeanHours {
  const mean = (flow: keyof MeanHours) =>
    Array.from({ length: CLOCK_HOURS }, (_, hour) => {
      const sum = (of: keyof ClockHours) => months.reduce((total, month) => total + (month[of][hour] as number), 0);
      const value = sum(flow) / sum("hours");
      return Number.isFinite(value) ? value : null;
    });
  return {
    productionWh: mean("productionWh"),
    withdrawalWh: mean("withdrawalWh"),
    selfConsumedWh: mean("selfConsumedWh"),
  };
}
