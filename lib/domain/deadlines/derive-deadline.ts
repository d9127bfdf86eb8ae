import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { countDays } from "@/lib/domain/time/count-days";
import { countWorkingDays } from "./count-working-days";
import type { Deadline, DeadlineEvent, DeadlineState } from "./deadline";
import type { DeadlineRule, DeadlineUnit } from "./deadline-rule";
import { DEADLINE_RULES } from "./deadline-rules";
import { dueDay } from "./due-day";
import type { HolidayRegion } from "./holiday-region";

/** Within so many days a deadline is soon. [d] */
const SOON_DAYS = 7;

/** The deadline that follows from an event, as it stands on a day. */
export function deriveDeadline(event: DeadlineEvent, today: CivilDate, region: HolidayRegion): Deadline {
  const { family, articles, actor, nature, span } = DEADLINE_RULES[event.rule];
  const last = event.lastDay ?? (span && dueDay(event.anchorDay, span, region));
  const unit = span?.unit ?? null;
  return {
    ...event,
    id: `${event.operationId}/${event.rule}/${event.subject.id}`,
    family,
    articles,
    actor,
    nature,
    unit,
    dueDay: last,
    state: stateOf({ doneOn: event.doneOn, last, nature, unit }, today, region),
  };
}

type Judged = Pick<DeadlineEvent, "doneOn"> &
  Pick<DeadlineRule, "nature"> & { readonly last: CivilDate | null; readonly unit: DeadlineUnit | null };

function stateOf({ doneOn, last, nature, unit }: Judged, today: CivilDate, region: HolidayRegion): DeadlineState {
  if (doneOn !== null) {
    const lateDays = nature === "duty" && last !== null && doneOn > last ? countIn(unit, last, doneOn, region) : 0;
    return { kind: "done", on: doneOn, lateDays };
  }
  if (last === null) return { kind: "open" };
  if (last >= today) return { kind: last <= addDays(today, SOON_DAYS) ? "due_soon" : "to_come" };
  if (nature === "effect") return { kind: "done", on: last, lateDays: 0 };
  const inUnit = unit === "working_days" ? unit : "calendar_days";
  return { kind: "late", days: countIn(inUnit, last, today, region), unit: inUnit };
}

function countIn(unit: DeadlineUnit | null, from: CivilDate, to: CivilDate, region: HolidayRegion): number {
  return unit === "working_days" ? countWorkingDays(from, to, region) : countDays(from, to);
}
