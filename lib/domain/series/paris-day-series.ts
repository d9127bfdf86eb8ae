import type { CivilDate } from "@/lib/domain/time/civil-date";

/** The curve of one Paris day, as it is stored: one row per day. */
export type ParisDaySeries = {
  readonly day: CivilDate;
  /** Step length. [min] */
  readonly stepMinutes: number;
  /** Energy per step, `NaN` where missing; 46, 48 or 50 half-hours. [Wh per step] */
  readonly energyWh: Float64Array;
};
