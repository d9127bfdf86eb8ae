import "server-only";
import { insertAuditEvent } from "@/lib/data/audit-events";
import { type JournalEvent, type JournalFilter, type JournalPlace, listAuditEvents } from "@/lib/data/audit-journal";
import type { JournalScope } from "@/lib/data/journal-scope";
import type { Actor } from "@/lib/data/scope";

export type ExportedJournal = {
  readonly actor: Actor;
  readonly scope: JournalScope;
  readonly filter: JournalFilter;
};

/** Events in memory at a time. */
const PAGE_SIZE = 1_000;

/** The whole filtered trail, latest first, page by page. That it was taken out stands in the trail before its first page. */
export async function exportJournal({
  actor,
  scope,
  filter,
}: ExportedJournal): Promise<AsyncGenerator<readonly JournalEvent[]>> {
  await insertAuditEvent({
    actor,
    action: "export.journal",
    objectType: "journal",
    objectId: scope.id,
    ...(scope.kind === "operation" && { operationId: scope.id }),
    ...(scope.kind === "collectivity" && { collectivityId: scope.id }),
  });
  return listPages(scope, filter);
}

async function* listPages(scope: JournalScope, filter: JournalFilter): AsyncGenerator<readonly JournalEvent[]> {
  let before: JournalPlace | null = null;
  for (;;) {
    const events: readonly JournalEvent[] = await listAuditEvents(scope, filter, { before, limit: PAGE_SIZE });
    if (events.length > 0) yield events;
    const last = events.at(-1);
    if (!last || events.length < PAGE_SIZE) return;
    before = { at: last.at, id: last.id };
  }
}
