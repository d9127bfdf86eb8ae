import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";
import type { CalendarGrain } from "./calendar-grain";

const HOUR_MS = 3_600_000;

/**
 * The start of the next hour, Paris day, week or month after an instant. [ms since 1970-01-01T00:00:00Z]
 *
 * @param instantMs - In the grain to leave, its first instant included. [ms since 1970-01-01T00:00:00Z]
 */
export function nextGrainMs(instantMs: number, grain: Exclude<CalendarGrain, "step">): number {
  // Paris is a whole number of hours from UTC: both have the same hours.
  if (grain === "hour") return (Math.floor(instantMs / HOUR_MS) + 1) * HOUR_MS;
  const day = parisCivilDate(instantMs);
  if (grain === "day") return parisMidnightMs(addDays(day, 1));
  return parisMidnightMs(grain === "week" ? nextMonday(day) : firstOfNextMonth(day));
}

function nextMonday(day: CivilDate): CivilDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay(); // 0 = Sunday
  return addDays(day, weekday === 0 ? 1 : 8 - weekday);
}

// A month is at most 31 days long, and 32 days after its first day is never two months later.
function firstOfNextMonth(day: CivilDate): CivilDate {
  const inNextMonth = addDays(`${day.slice(0, 8)}01` as CivilDate, 32);
  return `${inNextMonth.slice(0, 8)}01` as CivilDate;
}
