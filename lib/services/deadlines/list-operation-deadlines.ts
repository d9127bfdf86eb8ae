import "server-only";
import type { Deadline } from "@/lib/domain/deadlines/deadline";
import { deriveDeadline } from "@/lib/domain/deadlines/derive-deadline";
import type { HolidayRegion } from "@/lib/domain/deadlines/holiday-region";
import { sortDeadlines } from "@/lib/domain/deadlines/sort-deadlines";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { collectComplaintDeadlines } from "@/lib/services/complaints/collect-complaint-deadlines";
import { collectContactDeadlines } from "@/lib/services/contacts/collect-contact-deadlines";
import { collectEndingDeadlines } from "@/lib/services/convention/collect-ending-deadlines";
import { collectTenantDeadlines } from "@/lib/services/hlm/collect-tenant-deadlines";
import { collectLetterDeadlines } from "@/lib/services/letters/collect-letter-deadlines";
import { collectConsentEvents } from "./collect-consent-events";
import { collectExitEvents } from "./collect-exit-events";
import { collectKeyEvents } from "./collect-key-events";
import { collectMeasureEvents } from "./collect-measure-events";
import { collectPerimeterEvents } from "./collect-perimeter-events";
import { collectPeriodEvents } from "./collect-period-events";
import { collectRequestEvents } from "./collect-request-events";
import { collectStartEvents } from "./collect-start-events";
import type { DeadlineCollector, WatchedOperation } from "./deadline-collector";
import { hideSubject } from "./hide-subject";

/** How long what was done stays in sight. [d] */
const DONE_DAYS = 60;

/** An operation whose deadlines somebody reads. */
export type ReadableOperation = WatchedOperation & {
  /** Whether subjects that may name a person are for him. */
  readonly mayReadWords: boolean;
};

/** Each reads one family of events; a new one is a line here. */
const COLLECTORS: readonly DeadlineCollector[] = [
  collectStartEvents,
  collectPeriodEvents,
  collectKeyEvents,
  collectPerimeterEvents,
  collectRequestEvents,
  collectExitEvents,
  collectMeasureEvents,
  collectConsentEvents,
  collectComplaintDeadlines,
  collectLetterDeadlines,
  collectTenantDeadlines,
  collectContactDeadlines,
  collectEndingDeadlines,
];

/**
 * The deadlines of some operations as they stand on a day: late first, then by date, then what was done lately. Who may
 * not read words is told of no subject that may name a person.
 */
export async function listOperationDeadlines(
  operations: readonly ReadableOperation[],
  today: CivilDate,
): Promise<readonly Deadline[]> {
  if (operations.length === 0) return [];
  const days = { today, since: addDays(today, -DONE_DAYS) };
  const events = await Promise.all(COLLECTORS.map((collect) => collect(operations, days)));
  const regions = new Map<string, HolidayRegion>(operations.map(({ id, sheet }) => [id, sheet.holidayRegion]));
  const readable = new Set<string>(operations.flatMap(({ id, mayReadWords }) => (mayReadWords ? [id] : [])));
  const deadlines = events.flat().map((event) => {
    const deadline = deriveDeadline(event, today, regions.get(event.operationId) ?? "metropolitan");
    return readable.has(event.operationId) ? deadline : hideSubject(deadline);
  });
  // What takes place by itself was done on its own day, which only the rule knows.
  const isRecent = ({ state, doneOn }: Deadline) => state.kind !== "done" || doneOn !== null || state.on >= days.since;
  return sortDeadlines(deadlines.filter(isRecent));
}
