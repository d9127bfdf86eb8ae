import { formatNumber, formatQuantity, NO_BREAK_SPACE, UNKNOWN } from "./format-number";

/**
 * A length of time with its two largest units: `0,8 s`, `12 s`, `2 min 5 s`, `3 h 20 min`, `2 j 4 h`.
 *
 * @param durationMs - [ms]
 */
export function formatDuration(durationMs: number | null | undefined): string {
  if (durationMs === null || durationMs === undefined || !Number.isFinite(durationMs) || durationMs < 0) return UNKNOWN;
  const seconds = Math.round(durationMs / 1000);
  if (durationMs < 9_950) return formatQuantity(durationMs / 1000, "s", { maxDecimals: 1, minDecimals: 0 });
  if (seconds < 60) return pair(seconds, "s", 0, "");
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return pair(minutes, "min", seconds % 60, "s");
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return pair(hours, "h", minutes % 60, "min");
  return pair(Math.floor(hours / 24), "j", hours % 24, "h");
}

function pair(large: number, largeUnit: string, small: number, smallUnit: string): string {
  const parts =
    small > 0 ? [formatNumber(large), largeUnit, formatNumber(small), smallUnit] : [formatNumber(large), largeUnit];
  return parts.join(NO_BREAK_SPACE);
}
