import { parisLocalTime } from "@/lib/domain/time/paris-local-time";
import type { StampConvention } from "./curve-reading";

/**
 * Whether stamps are starts or ends of steps, as far as the stamps themselves tell.
 *
 * Files hold whole days. Stamped with starts they run from 00:00 to 23:30; with
 * ends, from 00:30 to the 00:00 of the day after. So a last stamp at midnight means
 * ends, as in the files of meters up to 36 kVA (C5); any other one starts (C1–C4).
 *
 * In doubt when first and last stamp do not say the same: a file that was cut, or
 * one with a bound too many. A wrong guess shifts the whole curve by one step, and
 * is hardly seen afterwards: the caller says so to a person, who can decide.
 *
 * @param firstMs - Earliest stamp. [ms since 1970-01-01T00:00:00Z]
 * @param lastMs - Latest stamp. [ms]
 */
export function guessStampConvention(
  firstMs: number,
  lastMs: number,
): { readonly convention: StampConvention; readonly isDoubtful: boolean } {
  const beginsAtMidnight = isMidnight(firstMs);
  const endsAtMidnight = isMidnight(lastMs);
  return { convention: endsAtMidnight ? "end" : "start", isDoubtful: beginsAtMidnight === endsAtMidnight };
}

/**
 * The convention of a meter's segment: ends up to 36 kVA (C5, P4), starts above (C1–C4, P1–P3).
 *
 * @param segment - "C5", "P4"…, in any case; anything else gives null.
 */
export function stampConventionOfSegment(segment: string): StampConvention | null {
  const name = segment.trim().toUpperCase();
  if (name === "C5" || name === "P4") return "end";
  return /^(C[1-4]|P[1-3])$/.test(name) ? "start" : null;
}

function isMidnight(ms: number): boolean {
  return ms % 60_000 === 0 && parisLocalTime(ms).minuteOfDay === 0;
}
