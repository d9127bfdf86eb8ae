import { addDays } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MAX_DAYS = 366;
/** Longer than this, one looks at days. */
const WHOLE_DAYS_ABOVE_MS = 3 * DAY_MS;

/** A part of the time, half-open. [ms since 1970-01-01T00:00:00Z] */
export type ExplorerWindow = { readonly startMs: number; readonly endMs: number };

/**
 * What can be looked at that is nearest to a stretch of time: from an hour to 366 days, on whole steps, and on whole
 * Paris days once it is longer than three.
 *
 * @param stepMinutes - Of the operation, a divisor of 60. [min]
 */
export function snapWindow({ startMs, endMs }: ExplorerWindow, stepMinutes: number): ExplorerWindow {
  if (endMs - startMs <= WHOLE_DAYS_ABOVE_MS) {
    const stepMs = stepMinutes * 60_000;
    const start = Math.floor(startMs / stepMs) * stepMs;
    return { startMs: start, endMs: Math.max(start + HOUR_MS, Math.ceil(endMs / stepMs) * stepMs) };
  }
  const from = parisCivilDate(startMs + DAY_MS / 2);
  const last = addDays(from, MAX_DAYS);
  const to = parisCivilDate(endMs + DAY_MS / 2);
  return { startMs: parisMidnightMs(from), endMs: parisMidnightMs(to < last ? to : last) };
}
