import { NO_BREAK_SPACE, UNKNOWN } from "./format-number";

const DAY_MS = 86_400_000;
const CIVIL_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const CIVIL_MONTH = /^\d{4}-\d{2}$/;

// Civil days have no zone: they are read and written in UTC, whatever the machine's own.
const LONG_DAY = new Intl.DateTimeFormat("fr-FR", { dateStyle: "full", timeZone: "UTC" });
const MONTH = new Intl.DateTimeFormat("fr-FR", { month: "long", year: "numeric", timeZone: "UTC" });
const SHORT_MONTH = new Intl.DateTimeFormat("fr-FR", { month: "short", year: "numeric", timeZone: "UTC" });

/** A civil day, `2026-06-21` → `21/06/2026`. */
export function formatDay(day: string | null | undefined): string {
  if (civilMs(day) === null) return UNKNOWN;
  const [year, month, dayOfMonth] = (day as string).split("-");
  return `${dayOfMonth}/${month}/${year}`;
}

/** A civil day in full, `2026-06-21` → `dimanche 21 juin 2026`. */
export function formatLongDay(day: string | null | undefined): string {
  const ms = civilMs(day);
  return ms === null ? UNKNOWN : LONG_DAY.format(ms);
}

/** The month of a civil day or of a `YYYY-MM`, `2026-04` → `avril 2026`. */
export function formatMonth(dayOrMonth: string | null | undefined): string {
  const ms = civilMs(dayOrMonth && CIVIL_MONTH.test(dayOrMonth) ? `${dayOrMonth}-01` : dayOrMonth);
  return ms === null ? UNKNOWN : MONTH.format(ms);
}

/** The month of a civil day where there is little room, `2026-09-01` → `sept. 2026`. */
export function formatShortMonth(day: string | null | undefined): string {
  const ms = civilMs(day);
  return ms === null ? UNKNOWN : SHORT_MONTH.format(ms);
}

/**
 * A half-open period with the days that count: people read the last day, not the first that no longer counts.
 *
 * @param from - First day.
 * @param to - First day after the period; null while it is open.
 *
 * @example
 * formatPeriod("2026-04-01", "2026-05-01"); // => "du 01/04/2026 au 30/04/2026"
 * formatPeriod("2026-04-01", null); // => "depuis le 01/04/2026"
 */
export function formatPeriod(from: string | null | undefined, to: string | null | undefined): string {
  if (civilMs(from) === null) return UNKNOWN;
  if (to === null) return `depuis le ${formatDay(from)}`;
  const lastDay = dayBefore(to);
  if (lastDay === null) return UNKNOWN;
  return lastDay === from ? `le ${formatDay(from)}` : `du ${formatDay(from)} au ${formatDay(lastDay)}`;
}

/**
 * The short name of a half-open period: its month when it is one, its days otherwise.
 *
 * @example
 * formatPeriodName("2026-04-01", "2026-05-01"); // => "avril 2026"
 * formatPeriodName("2026-04-15", "2026-05-15"); // => "15/04/2026 – 14/05/2026"
 */
export function formatPeriodName(from: string | null | undefined, to: string | null | undefined): string {
  const lastDay = dayBefore(to);
  if (civilMs(from) === null || lastDay === null) return UNKNOWN;
  const isWholeMonth = from?.endsWith("-01") && to?.endsWith("-01") && from.slice(0, 7) === lastDay.slice(0, 7);
  if (isWholeMonth) return formatMonth(from);
  return [formatDay(from), formatDay(lastDay)].join(`${NO_BREAK_SPACE}–${NO_BREAK_SPACE}`);
}

function dayBefore(day: string | null | undefined): string | null {
  const ms = civilMs(day);
  return ms === null ? null : new Date(ms - DAY_MS).toISOString().slice(0, 10);
}

/** UTC midnight of a civil day; null when the text is not a real day. */
function civilMs(day: string | null | undefined): number | null {
  if (!day || !CIVIL_DAY.test(day)) return null;
  const ms = Date.parse(`${day}T00:00:00Z`);
  // Date.parse forgives 30 February: what comes back must be what went in.
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day ? null : ms;
}
