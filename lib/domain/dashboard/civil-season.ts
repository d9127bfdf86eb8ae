import type { CivilDate } from "@/lib/domain/time/civil-date";

export type CivilSeason = "winter" | "spring" | "summer" | "autumn";

const OF_MONTH: readonly CivilSeason[] = [
  "winter",
  "winter",
  "spring",
  "spring",
  "spring",
  "summer",
  "summer",
  "summer",
  "autumn",
  "autumn",
  "autumn",
  "winter",
];

/**
 * The season of a day by whole civil months, as meteorologists count them: winter is December to February.
 *
 * @example
 * civilSeason(civilDate("2026-12-01")); // => "winter"
 */
export function civilSeason(day: CivilDate): CivilSeason {
  return OF_MONTH[Number(day.slice(5, 7)) - 1] as CivilSeason;
}
