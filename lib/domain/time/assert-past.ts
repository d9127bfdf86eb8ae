import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "./civil-date";

/**
 * Refuses to record as done what is dated after today.
 *
 * @param field - Where the day was entered.
 * @throws {DomainError} DAY_IN_FUTURE.
 */
export function assertPast(day: CivilDate, today: CivilDate, field: string): void {
  if (day > today) throw new DomainError("DAY_IN_FUTURE", "what is done is not in the future", { details: { field } });
}
