import "server-only";
import {
  type JournalEvent,
  type JournalFilter,
  type JournalPlace,
  listAuditEvents,
  listJournalActors,
} from "@/lib/data/audit-journal";
import type { AuthorizedOperationId } from "@/lib/data/scope";

export type JournalPage = {
  readonly events: readonly JournalEvent[];
  /** Where the older events start; null on the last page. */
  readonly next: JournalPlace | null;
  /** Who may be looked for. */
  readonly actors: Awaited<ReturnType<typeof listJournalActors>>;
};

const PAGE_SIZE = 100;
const FILE_PAGE_SIZE = 1_000;

/** One page of the journal of an operation, latest first. */
export async function readJournal(
  operationId: AuthorizedOperationId,
  filter: JournalFilter,
  before: JournalPlace | null,
): Promise<JournalPage> {
  const [events, actors] = await Promise.all([
    listAuditEvents(operationId, filter, { before, limit: PAGE_SIZE + 1 }),
    listJournalActors(operationId),
  ]);
  const shown = events.slice(0, PAGE_SIZE);
  const last = events.length > PAGE_SIZE ? shown.at(-1) : undefined;
  return { events: shown, next: last ? { at: last.at, id: last.id } : null, actors };
}

/** The whole filtered journal, latest first, a thousand events in memory at a time. */
export async function* readWholeJournal(
  operationId: AuthorizedOperationId,
  filter: JournalFilter,
): AsyncGenerator<JournalEvent> {
  let before: JournalPlace | null = null;
  for (;;) {
    const events: readonly JournalEvent[] = await listAuditEvents(operationId, filter, {
      before,
      limit: FILE_PAGE_SIZE,
    });
    yield* events;
    const last = events.at(-1);
    if (!last || events.length < FILE_PAGE_SIZE) return;
    before = { at: last.at, id: last.id };
  }
}
