import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/**
 * Refuses a step dated in the future, or before the step before it.
 *
 * @param after - Day of the step before it, which may be the same.
 * @throws {DomainError} DAY_IN_FUTURE or STEP_OUT_OF_ORDER, beside the field `day`.
 */
export function assertStepInOrder(day: CivilDate, after: CivilDate, today: CivilDate): void {
  const details = { field: "day" };
  if (day > today) throw new DomainError("DAY_IN_FUTURE", "it has not happened yet", { details });
  if (day < after) throw new DomainError("STEP_OUT_OF_ORDER", `the step before it is of ${after}`, { details });
}
