import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { CivilSeason } from "./civil-season";

/** Half-hours a clock shows in a day, whatever the day. */
export const CLOCK_SLOTS = 48;

/** Which days of the week are averaged. */
export type DayKind = "all" | "weekday" | "weekend";

/** What an operation stored of one civil day. NaN = missing. [Wh per step] */
export type SharedDay = {
  readonly day: CivilDate;
  readonly stepMinutes: number;
  readonly productionWh: Float64Array;
  readonly withdrawalWh: Float64Array;
  readonly selfConsumedWh: Float64Array;
};

/** The mean day of a season, by the half-hours the clock of Paris shows, 00:00 first. */
export type TypicalDay = {
  readonly season: CivilSeason;
  readonly kind: DayKind;
  /** Days of which at least one step is known. */
  readonly days: number;
  /** Mean energy of a half-hour; null where no step of it is known. [Wh] (48,) */
  readonly productionWh: readonly (number | null)[];
  readonly withdrawalWh: readonly (number | null)[];
  readonly selfConsumedWh: readonly (number | null)[];
};
