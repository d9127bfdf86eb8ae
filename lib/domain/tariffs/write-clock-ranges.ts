import type { ClockRange } from "./tariff-schedule";

/**
 * Off-peak hours as bills print them, `22h30-6h30, 12h00-14h00`; `parseClockRanges` reads them back.
 */
export function writeClockRanges(ranges: readonly ClockRange[]): string {
  return ranges.map(({ fromMinute, toMinute }) => `${formatClock(fromMinute)}-${formatClock(toMinute)}`).join(", ");
}

const formatClock = (minute: number) => `${Math.floor(minute / 60)}h${String(minute % 60).padStart(2, "0")}`;
