import { sameClockTimeMs } from "./same-clock-time-ms";

/**
 * The instant of the same clock time, a week before, in Paris (J−7).
 *
 * The convention says "the same interval" of the same weekday and is silent on
 * clock changes; it is read here as what the clock shows [I]:
 * - both 02:30 of the October Sunday → the only 02:30 of the week before;
 * - 02:30 of the Sunday after it → the second 02:30, in winter time like itself;
 * - 02:30 of the Sunday after the March change → null: that hour did not exist.
 *
 * @param instantMs - Instant. [ms since 1970-01-01T00:00:00Z]
 * @see Convention Enedis-FOR-CF_01E, art. 5.2.3.
 */
export function weekBeforeMs(instantMs: number): number | null {
  return sameClockTimeMs(instantMs, -7);
}
