import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { ShownStatus } from "./shown-status";

const OVER: readonly ShownStatus[] = ["done", "not_concerned", "closed"];

/** Whether an action that was to be done by a day, that day included, is not, on the day it is. */
export function isLate(dueDay: CivilDate | null, shown: ShownStatus, day: CivilDate): boolean {
  return dueDay !== null && dueDay < day && !OVER.includes(shown);
}
