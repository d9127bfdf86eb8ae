import { DomainError } from "@/lib/domain/errors";
import { assertSeasonMonths } from "./assert-season-months";
import { countOffPeakMinutes } from "./count-off-peak-minutes";
import type { ClockRange, TariffSchedule } from "./tariff-schedule";

const DAY_MINUTES = 1440;

/**
 * Checks that a schedule can tell every minute of a year apart.
 *
 * @throws {DomainError} INVALID_TARIFF_SCHEDULE with its `reason`: `needs_ranges`, `unwanted_ranges` (of `base`),
 *   `bad_range` (empty, or no minutes of a day), `overlap`, `whole_day`; INVALID_TARIFF_SEASON.
 */
export function assertTariffSchedule({ structure, offPeak, lowSeasonOffPeak, highSeasonMonths }: TariffSchedule): void {
  if (structure === "base") {
    if (offPeak.length > 0 || lowSeasonOffPeak || highSeasonMonths) throw invalid("unwanted_ranges");
    return;
  }
  assertRanges(offPeak);
  if (lowSeasonOffPeak) assertRanges(lowSeasonOffPeak);
  if (highSeasonMonths) assertSeasonMonths(highSeasonMonths);
}

function assertRanges(ranges: readonly ClockRange[]): void {
  if (ranges.length === 0) throw invalid("needs_ranges");
  if (!ranges.every(isRange)) throw invalid("bad_range");
  const together = countOffPeakMinutes(ranges);
  const apart = ranges.reduce((sum, range) => sum + countOffPeakMinutes([range]), 0);
  if (together !== apart) throw invalid("overlap");
  if (together === DAY_MINUTES) throw invalid("whole_day");
}

const isMinute = (value: number) => Number.isInteger(value) && value >= 0 && value < DAY_MINUTES;
const isRange = ({ fromMinute, toMinute }: ClockRange) =>
  isMinute(fromMinute) && isMinute(toMinute) && fromMinute !== toMinute;

function invalid(reason: string): DomainError {
  return new DomainError("INVALID_TARIFF_SCHEDULE", `not an off-peak schedule: ${reason}`, { details: { reason } });
}
