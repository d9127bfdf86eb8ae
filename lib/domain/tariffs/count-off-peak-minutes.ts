import { markOffPeakMinutes } from "./mark-off-peak-minutes";
import type { ClockRange } from "./tariff-schedule";

/** The operator gives eight off-peak hours a day; another sum is possible but unusual. [min] */
export const USUAL_OFF_PEAK_MINUTES = 480;

/**
 * How long off-peak lasts on an ordinary day. [min]
 *
 * @example
 * countOffPeakMinutes([{ fromMinute: 1350, toMinute: 390 }]); // => 480
 */
export function countOffPeakMinutes(ranges: readonly ClockRange[]): number {
  return markOffPeakMinutes(ranges).reduce((sum, mark) => sum + mark, 0);
}
