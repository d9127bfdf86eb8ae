import { parisOffsetMs } from "./paris-offset-ms";

const DAY_MS = 86_400_000;
const BOTH_OFFSETS_MS = 10_800_000;

/**
 * The instant of the same clock time, some days later, in Paris.
 *
 * Near a clock change it is what the clock shows:
 * - both 02:30 of the October Sunday → the only 02:30 of another day;
 * - 02:30 of another day → of the two, the one with its own offset;
 * - 02:30 of any day → null on the March Sunday, where that hour did not exist.
 *
 * @param instantMs - Instant. [ms since 1970-01-01T00:00:00Z]
 * @param dayCount - Civil days to go forward, or back when negative. [d]
 */
export function sameClockTimeMs(instantMs: number, dayCount: number): number | null {
  const offsetMs = parisOffsetMs(instantMs);
  const sameOffsetMs = instantMs + dayCount * DAY_MS;
  if (parisOffsetMs(sameOffsetMs) === offsetMs) return sameOffsetMs;
  const otherOffsetMs = BOTH_OFFSETS_MS - offsetMs;
  const shiftedMs = sameOffsetMs + offsetMs - otherOffsetMs;
  return parisOffsetMs(shiftedMs) === otherOffsetMs ? shiftedMs : null;
}
