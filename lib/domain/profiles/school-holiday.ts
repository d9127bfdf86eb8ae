import type { CivilDate } from "@/lib/domain/time/civil-date";

/** `short`: the four breaks of the school year; `summer`: the long one. */
export type SchoolHoliday = "short" | "summer";

type Break = {
  readonly kind: SchoolHoliday;
  /** First day without class. */
  readonly from: string;
  /** The day classes start again. */
  readonly toExclusive: string;
};

// Calendrier scolaire officiel, zone C (Créteil, Montpellier, Paris, Toulouse, Versailles): arrêté of 7 December 2022
// for 2025-2026, arrêté of 22 October 2025 for 2026-2027.
const BREAKS: readonly Break[] = [
  { kind: "summer", from: "2025-07-05", toExclusive: "2025-09-01" },
  { kind: "short", from: "2025-10-18", toExclusive: "2025-11-03" },
  { kind: "short", from: "2025-12-20", toExclusive: "2026-01-05" },
  { kind: "short", from: "2026-02-21", toExclusive: "2026-03-09" },
  { kind: "short", from: "2026-04-18", toExclusive: "2026-05-04" },
  { kind: "short", from: "2026-05-15", toExclusive: "2026-05-17" }, // Ascension
  { kind: "summer", from: "2026-07-04", toExclusive: "2026-09-01" },
  { kind: "short", from: "2026-10-17", toExclusive: "2026-11-02" },
  { kind: "short", from: "2026-12-19", toExclusive: "2027-01-04" },
  { kind: "short", from: "2027-02-06", toExclusive: "2027-02-22" },
  { kind: "short", from: "2027-04-03", toExclusive: "2027-04-19" },
  { kind: "short", from: "2027-05-07", toExclusive: "2027-05-09" }, // Ascension
  { kind: "summer", from: "2027-07-03", toExclusive: "2027-09-01" },
];
const FIRST_KNOWN_DAY = "2025-07-05";
const FIRST_UNKNOWN_DAY = "2027-09-01";

/**
 * Which school holiday a day belongs to, in zone C.
 *
 * Outside the calendars known here the same month and day of 2025-2026 answers: a typical profile needs plausible
 * holidays, not exact ones.
 *
 * @returns null on a day of the school term, whether or not there is class that day.
 *
 * @see Code de l'éducation, art. L. 521-1 (the minister sets the calendar).
 */
export function schoolHoliday(day: CivilDate): SchoolHoliday | null {
  const isKnown = day >= FIRST_KNOWN_DAY && day < FIRST_UNKNOWN_DAY;
  const monthDay = day.slice(4);
  const looked = isKnown ? day : `${monthDay < "-09-01" ? "2026" : "2025"}${monthDay}`;
  return BREAKS.find(({ from, toExclusive }) => looked >= from && looked < toExclusive)?.kind ?? null;
}
