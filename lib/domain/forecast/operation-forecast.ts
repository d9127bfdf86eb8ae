import type { CivilDate } from "@/lib/domain/time/civil-date";

/** What was foreseen of one civil month; null: not said. [Wh] */
export type ForecastMonth = {
  readonly productionWh: number | null;
  readonly withdrawalWh: number | null;
  readonly selfConsumedWh: number | null;
};

/** What was foreseen of a year of an operation. It holds for the years after too, until another one is told. */
export type OperationForecast = {
  /** First day of its first civil month. */
  readonly from: CivilDate;
  /** Twelve, in order. */
  readonly months: readonly ForecastMonth[];
};
