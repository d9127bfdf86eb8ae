import "server-only";
import {
  listPlanAuthors,
  listPlanChanges,
  type PlanChange,
  type PlanHistoryFilter,
  type PlanHistoryPlace,
} from "@/lib/data/climate-history";
import type { AuthorizedClimatePlanId } from "@/lib/data/scope";
import { listUserNames } from "@/lib/data/user-names";

export type PlanHistoryPage = {
  readonly changes: readonly PlanChange[];
  /** Where the older ones start; null on the last page. */
  readonly next: PlanHistoryPlace | null;
  /** Of the people the changes name, by id, as they are called today. */
  readonly names: ReadonlyMap<string, string>;
};

/** One page of what was changed in a climate plan, latest first. */
export async function readPlanHistory(
  collectivityId: AuthorizedClimatePlanId,
  filter: PlanHistoryFilter,
  before: PlanHistoryPlace | null,
  size: number,
): Promise<PlanHistoryPage> {
  const found = await listPlanChanges(collectivityId, filter, { before, limit: size + 1 });
  const changes = found.slice(0, size);
  const last = found.length > size ? changes.at(-1) : undefined;
  const names = await listUserNames(changes.flatMap(listNamed));
  return { changes, next: last ? { at: last.at, id: last.id } : null, names };
}

/** Whose changes may be looked for, by name; accounts that are gone are not offered. */
export async function listHistoryAuthors(
  collectivityId: AuthorizedClimatePlanId,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const names = await listUserNames(await listPlanAuthors(collectivityId));
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, "fr"));
}

// Pilots, and the auditor of an audit.
function listNamed(change: PlanChange): readonly string[] {
  if (change.kind === "note") {
    return [change.before, change.after].flatMap((note) => (note?.pilot?.kind === "member" ? [note.pilot.userId] : []));
  }
  if (change.kind !== "audit" || change.after === null || typeof change.after !== "object") return [];
  const { auditorId } = change.after as { readonly auditorId?: unknown };
  return typeof auditorId === "string" ? [auditorId] : [];
}
