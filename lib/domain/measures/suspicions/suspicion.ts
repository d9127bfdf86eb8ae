import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";

/** Where a suspicion is, and how much of the curve it is about. */
type Place = Period & {
  /** Start of the first step concerned. [ms since 1970-01-01T00:00:00Z] */
  readonly firstMs: number;
  /** Steps concerned, between `from` and `toExclusive`. */
  readonly stepCount: number;
};

/** The same value all day long. */
export type FlatDays = Place & {
  readonly kind: "flat";
  readonly reason: "flat_zero" | "flat_constant";
  /** [W] */
  readonly powerW: number;
};

export type NightProduction = Place & {
  readonly kind: "night_production";
  readonly reason: "sun_down";
  readonly maxPowerW: number;
  readonly energyWh: number;
};

export type NegativeValues = Place & {
  readonly kind: "negative_value";
  readonly reason: "negative";
  readonly minPowerW: number;
};

export type PowerAboveLimit = Place & {
  readonly kind: "power_above_limit";
  readonly reason: "above_subscribed" | "above_peak";
  readonly maxPowerW: number;
  /** Subscribed or peak power, tolerance not included. [W] */
  readonly limitW: number;
};

export type EqualDays = Place & {
  readonly kind: "equal_days";
  /** The DSO repeats the week before where it lacks measures (art. 5.2.3): the likely cause of the first. */
  readonly reason: "same_as_week_before" | "same_as_other_day";
  /** The day that the first of these days repeats; the following ones repeat the following ones. */
  readonly otherFrom: CivilDate;
};

export type LevelJump = Place & {
  readonly kind: "level_jump";
  readonly reason: "ten_times_more" | "ten_times_less" | "thousand_times_more" | "thousand_times_less";
  /** Mean power of the days of a withdrawal, highest of an injection. [W] */
  readonly powerW: number;
  /** The same of the days around. [W] */
  readonly usualPowerW: number;
};

export type ClockShift = Place & {
  readonly kind: "clock_shift";
  /** The curve runs an hour behind or ahead of itself since the clocks changed on `from`. */
  readonly reason: "one_hour_late" | "one_hour_early";
};

export type OppositeProduction = Place & {
  readonly kind: "opposite_production";
  readonly reason: "opposite_to_sun" | "time_reversed";
  /** Energy outside daylight over all energy. */
  readonly nightRatio: number;
};

/** Something in a curve that a person should look at. It accuses nobody: each detector says what else may explain it. */
export type Suspicion =
  | FlatDays
  | NightProduction
  | NegativeValues
  | PowerAboveLimit
  | EqualDays
  | LevelJump
  | ClockShift
  | OppositeProduction;

export type SuspicionKind = Suspicion["kind"];
