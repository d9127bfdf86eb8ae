import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import type { ActionFilters } from "./action-filters";
import type { ActionPilot } from "./action-note";
import { isLate } from "./is-late";
import type { ActionRow } from "./list-action-rows";
import { matchesSearch } from "./matches-search";

/**
 * Whether an action is among those looked for: all that is asked of it holds.
 *
 * @param day - The day it is.
 */
export function matchesFilters(row: ActionRow, filters: ActionFilters, day: CivilDate): boolean {
  return (
    (filters.category === null || row.category === filters.category) &&
    (filters.status === null || hasStatus(row, filters.status)) &&
    (filters.pilot === null || hasPilot(row, filters.pilot)) &&
    (filters.due === null || isDue(row, filters.due, day)) &&
    (!filters.onlyGaps || row.gaps.length > 0) &&
    (filters.search === "" || matchesSearch(row, filters.search))
  );
}

function hasStatus({ shown, hasTasks }: ActionRow, status: NonNullable<ActionFilters["status"]>): boolean {
  return status === "unfilled" ? shown === null && !hasTasks : shown === status;
}

function hasPilot(row: ActionRow, wanted: ActionPilot | "none"): boolean {
  const pilot = row.note?.pilot ?? null;
  if (wanted === "none") return pilot === null && isToBeDone(row);
  return wanted.kind === "member"
    ? pilot?.kind === "member" && pilot.userId === wanted.userId
    : pilot?.kind === "service" && pilot.name === wanted.name;
}

function isDue(row: ActionRow, due: "late" | number, day: CivilDate): boolean {
  const dueDay = row.note?.dueDay ?? null;
  if (due === "late") return isLate(dueDay, row.shown, day);
  // Late on the day after the last one, and not late yet.
  const after = addDays(day, due + 1);
  return isLate(dueDay, row.shown, after) && !isLate(dueDay, row.shown, day);
}

/** A sub-action that is left to its tasks is not done itself. */
function isToBeDone({ shown, hasTasks }: ActionRow): boolean {
  if (shown === null || shown === "by_task") return !hasTasks;
  return shown === "planned" || shown === "not_done" || shown === "detailed";
}
