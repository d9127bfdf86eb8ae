const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const MARCH = 2;
const OCTOBER = 9;

/**
 * What Paris adds to UTC at an instant: one hour, or two in summer. [ms]
 *
 * Arithmetic instead of `Intl`, which is some hundred times slower: summer time
 * runs from the last Sunday of March to the last Sunday of October, both at
 * 01:00 UTC. Holds from 1996 (before, it ended in September); a test compares it
 * with `Intl` up to 2040. If the Union abolishes the change, this is the one place.
 *
 * @see Directive 2000/84/CE, art. 2 and 3.
 *
 * @param instantMs - Instant. [ms since 1970-01-01T00:00:00Z]
 */
export function parisOffsetMs(instantMs: number): number {
  const { fromMs, toMs } = summerOf(new Date(instantMs).getUTCFullYear());
  return instantMs >= fromMs && instantMs < toMs ? 2 * HOUR_MS : HOUR_MS;
}

type Summer = { readonly fromMs: number; readonly toMs: number };

const summers = new Map<number, Summer>();

function summerOf(year: number): Summer {
  const known = summers.get(year);
  if (known) return known;
  const summer = { fromMs: lastSundayMs(year, MARCH) + HOUR_MS, toMs: lastSundayMs(year, OCTOBER) + HOUR_MS };
  summers.set(year, summer);
  return summer;
}

// Day 0 of the next month is the last day of this one.
function lastSundayMs(year: number, month: number): number {
  const lastDay = new Date(Date.UTC(year, month + 1, 0));
  return lastDay.getTime() - lastDay.getUTCDay() * DAY_MS;
}
