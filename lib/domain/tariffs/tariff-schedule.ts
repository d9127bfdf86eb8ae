import type { CivilDate } from "@/lib/domain/time/civil-date";

/**
 * How a metering point's energy is told apart: all hours alike, peak and off-peak, or both by season.
 *
 * The operator's interface also names P, the winter peaks of a high-voltage contract. None of our sources says at what
 * hours they are, so no schedule makes them.
 */
export type TariffStructure = "base" | "peak_off_peak" | "four_periods";

/**
 * Hours of every day, by the clock on the wall: from `fromMinute` (included) to `toMinute` (excluded).
 * 22:30 to 06:30 crosses midnight: 1350 to 390. [min, 0 to 1439]
 */
export type ClockRange = {
  readonly fromMinute: number;
  readonly toMinute: number;
};

/** The off-peak hours of one metering point. */
export type TariffSchedule = {
  readonly structure: TariffStructure;
  /** Of the whole year, or of the high season when the low one has its own. Empty for `base`. */
  readonly offPeak: readonly ClockRange[];
  /** Of the low season; null: the same all year. Since November 2025 they may differ. */
  readonly lowSeasonOffPeak: readonly ClockRange[] | null;
  /** Months of the high season, 1 to 12, where they are not those of the operation. */
  readonly highSeasonMonths: readonly number[] | null;
};

/** A schedule and the first day it holds; it holds until the next one. */
export type DatedTariffSchedule = TariffSchedule & { readonly from: CivilDate };
