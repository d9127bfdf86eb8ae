import type { ClockRange } from "./tariff-schedule";

const DAY_MINUTES = 1440;

/**
 * Which minutes of a clock's day are off-peak.
 *
 * @param ranges - A range whose end is not after its start crosses midnight.
 * @returns 1 where off-peak, else 0. (1440,)
 */
export function markOffPeakMinutes(ranges: readonly ClockRange[]): Uint8Array {
  const marks = new Uint8Array(DAY_MINUTES);
  for (const { fromMinute, toMinute } of ranges) {
    if (fromMinute < toMinute) marks.fill(1, fromMinute, toMinute);
    else marks.fill(1, fromMinute).fill(1, 0, toMinute);
  }
  return marks;
}
