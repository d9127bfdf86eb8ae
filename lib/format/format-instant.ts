import { NO_BREAK_SPACE, UNKNOWN } from "./format-number";

type Instant = Date | number | null | undefined;

const ZONE = { timeZone: "Europe/Paris", hourCycle: "h23" } as const;
const DAY = new Intl.DateTimeFormat("fr-FR", { ...ZONE, day: "2-digit", month: "2-digit", year: "numeric" });
const TIME = new Intl.DateTimeFormat("fr-FR", { ...ZONE, hour: "2-digit", minute: "2-digit" });
const CLOCK = new Intl.DateTimeFormat("en-GB", {
  ...ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});
const AGO = new Intl.RelativeTimeFormat("fr-FR", { numeric: "auto" });

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** An instant on the clock of Paris, `21/06/2026 à 14:30`. */
export function formatInstant(instant: Instant): string {
  const ms = toMs(instant);
  return ms === null ? UNKNOWN : `${DAY.format(ms)} à${NO_BREAK_SPACE}${TIME.format(ms)}`;
}

/** The civil day in Paris on which an instant falls, `21/06/2026`. */
export function formatInstantDay(instant: Instant): string {
  const ms = toMs(instant);
  return ms === null ? UNKNOWN : DAY.format(ms);
}

/** The time on the clock of Paris, `14:30`. */
export function formatTime(instant: Instant): string {
  const ms = toMs(instant);
  return ms === null ? UNKNOWN : TIME.format(ms);
}

/** The time with its offset, `02:30 (UTC+2)`: on the last Sunday of October, 02:30 comes twice. */
export function formatTimeWithOffset(instant: Instant): string {
  const ms = toMs(instant);
  return ms === null ? UNKNOWN : `${TIME.format(ms)} (UTC+${parisOffsetHours(ms)})`;
}

/** Whether the clock of Paris changes between two instants. */
export function hasClockChange(startMs: number, endMs: number): boolean {
  return parisOffsetHours(startMs) !== parisOffsetHours(endMs);
}

/**
 * How long ago, in words: `il y a 3 heures`, `hier`, and the day itself beyond a month.
 *
 * @param nowMs - Given, not read: the same text on the server and in the browser.
 */
export function formatAgo(instant: Instant, nowMs: number): string {
  const ms = toMs(instant);
  if (ms === null) return UNKNOWN;
  const ageMs = nowMs - ms;
  if (Math.abs(ageMs) < MINUTE_MS) return "à l’instant";
  if (Math.abs(ageMs) < HOUR_MS) return AGO.format(-Math.trunc(ageMs / MINUTE_MS), "minute");
  if (Math.abs(ageMs) < DAY_MS) return AGO.format(-Math.trunc(ageMs / HOUR_MS), "hour");
  if (Math.abs(ageMs) < 31 * DAY_MS) return AGO.format(-parisDaysBetween(ms, nowMs), "day");
  return `le ${DAY.format(ms)}`;
}

/** « hier » is a matter of calendar, not of 24 hours. */
function parisDaysBetween(fromMs: number, toMs: number): number {
  const midnight = (ms: number) => Math.floor((ms + parisOffsetHours(ms) * HOUR_MS) / DAY_MS);
  return midnight(toMs) - midnight(fromMs);
}

function parisOffsetHours(ms: number): number {
  const wholeMs = Math.floor(ms / MINUTE_MS) * MINUTE_MS;
  const parts = Object.fromEntries(CLOCK.formatToParts(wholeMs).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return Math.round((Date.UTC(year, month - 1, day, hour, minute) - wholeMs) / HOUR_MS);
}

function toMs(instant: Instant): number | null {
  const ms = instant instanceof Date ? instant.getTime() : instant;
  return ms === null || ms === undefined || !Number.isFinite(ms) ? null : ms;
}
