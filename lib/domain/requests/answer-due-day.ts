import { addWorkingDays } from "@/lib/domain/deadlines/add-working-days";
import type { HolidayRegion } from "@/lib/domain/deadlines/holiday-region";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { ANSWER_WORKING_DAYS } from "./request-delays";
import type { RequestKind } from "./request-kind";

/**
 * The last day for the DSO to accept a request or to name an anomaly, counted from the last time it was sent.
 *
 * @returns Null where the convention sets no delay for an answer: suspension and termination.
 * @see Convention Enedis-FOR-CF_01E, art. 3.2.1, 4.2 and 4.3.
 */
export function answerDueDay(
  kind: RequestKind,
  sentDay: CivilDate,
  region: HolidayRegion = "metropolitan",
): CivilDate | null {
  if (kind === "suspension" || kind === "termination") return null;
  return addWorkingDays(sentDay, ANSWER_WORKING_DAYS, region);
}
