import type { Deadline } from "@/lib/domain/deadlines/deadline";
import { type DeadlineFilters, FAMILY_PARAMS } from "@/lib/schemas/deadline-filters";

/** The deadlines that the filters keep. */
export function filterDeadlines(
  deadlines: readonly Deadline[],
  { qui, famille }: DeadlineFilters,
): readonly Deadline[] {
  return deadlines.filter(
    ({ actor, family }) =>
      (qui !== "vous" || actor !== "dso") &&
      (qui !== "enedis" || actor !== "organiser") &&
      (famille === undefined || FAMILY_PARAMS[famille] === family),
  );
}
