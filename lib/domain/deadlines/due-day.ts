import { addMonths } from "@/lib/domain/time/add-months";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { monthsBefore } from "@/lib/domain/time/months-before";
import { addWorkingDays } from "./add-working-days";
import type { DeadlineSpan } from "./deadline-rule";
import type { HolidayRegion } from "./holiday-region";

/** The last day of a delay that counts from a day, which never counts itself. */
export function dueDay(anchorDay: CivilDate, { unit, count }: DeadlineSpan, region: HolidayRegion): CivilDate {
  if (unit === "working_days") return addWorkingDays(anchorDay, count, region);
  if (unit === "calendar_days") return addDays(anchorDay, count);
  return count < 0 ? monthsBefore(anchorDay, -count) : addMonths(anchorDay, count);
}
