/** Energies summed by the hour the clock of Paris shows, 0 to 23; NaN where a step of the hour is missing. [Wh] (24,) */
export type ClockHours = {
  readonly productionWh: readonly number[];
  readonly withdrawalWh: readonly number[];
  readonly selfConsumedWh: readonly number[];
  /** How many times the hour passed: on the days the clock changes one does not, or twice. [h] (24,) */
  readonly hours: readonly number[];
};

export const CLOCK_HOURS = 24;
