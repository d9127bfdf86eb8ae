import "server-only";
import {
  type JournalEvent,
  type JournalFilter,
  type JournalPlace,
  listAuditEvents,
  listJournalActors,
} from "@/lib/data/audit-journal";
import type { JournalScope } from "@/lib/data/journal-scope";

export type JournalPage = {
  readonly events: readonly JournalEvent[];
  /** Where the older events start; null on the last page. */
  readonly next: JournalPlace | null;
  /** Who may be looked for. */
  readonly actors: Awaited<ReturnType<typeof listJournalActors>>;
};

const PAGE_SIZE = 100;

/** One page of a trail, latest first. */
export async function readJournal(
  scope: JournalScope,
  filter: JournalFilter,
  before: JournalPlace | null,
): Promise<JournalPage> {
  const [events, actors] = await Promise.all([
    listAuditEvents(scope, filter, { before, limit: PAGE_SIZE + 1 }),
    listJournalActors(scope),
  ]);
  const shown = events.slice(0, PAGE_SIZE);
  const last = events.length > PAGE_SIZE ? shown.at(-1) : undefined;
  return { events: shown, next: last ? { at: last.at, id: last.id } : null, actors };
}
