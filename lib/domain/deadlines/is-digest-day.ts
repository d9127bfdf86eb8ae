import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { isWorkingDay } from "./is-working-day";

export type DigestFrequency = "off" | "daily" | "weekly";

const MONDAY = 1;

/**
 * Whether a digest goes out on a day: every working day, or once a week, on Monday or on the first day after it that
 * works.
 */
export function isDigestDay(frequency: DigestFrequency, day: CivilDate): boolean {
  if (frequency === "off" || !isWorkingDay(day)) return false;
  if (frequency === "daily") return true;
  for (let earlier = day; weekday(earlier) !== MONDAY; ) {
    earlier = addDays(earlier, -1);
    if (isWorkingDay(earlier)) return false;
  }
  return true;
}

const weekday = (day: CivilDate): number => new Date(`${day}T00:00:00Z`).getUTCDay();
