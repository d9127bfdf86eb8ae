import "server-only";
import type { AuditObjectType } from "@/lib/domain/audit-action";
import type { Prisma } from "@/lib/generated/prisma/client";
import { journalActorsQuery, journalQuery } from "./journal-query";
import type { JournalScope } from "./journal-scope";
import { pool } from "./pg";
import type { Actor } from "./scope";

/** One write, as the trail has it. Names are read by id, now. */
export type JournalEvent = {
  readonly id: string;
  readonly at: Date;
  readonly actorUserId: string | null;
  /** Null for the installation itself, for an account that is gone, and for a participant the reader may not know. */
  readonly actorName: string | null;
  /** Somebody the reader may not know did it, in his own space. */
  readonly isByParticipant: boolean;
  readonly via: Actor["via"];
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  /** Of an account, where the event is about one. */
  readonly objectName: string | null;
  readonly before: Prisma.JsonValue;
  readonly after: Prisma.JsonValue;
  /** Null for what belongs to no operation. */
  readonly operation: { readonly slug: string; readonly name: string } | null;
};

/** What to look for; absent means all. Instants are half-open. */
export type JournalFilter = {
  readonly from?: Date | undefined;
  readonly toExclusive?: Date | undefined;
  readonly actorUserId?: string | undefined;
  readonly via?: Actor["via"] | undefined;
  readonly actions?: readonly string[] | undefined;
  readonly objectType?: AuditObjectType | undefined;
  readonly objectId?: string | undefined;
};

/** The place of an event in the journal: whatever is before it is older. */
export type JournalPlace = { readonly at: Date; readonly id: string };

type Row = Omit<JournalEvent, "operation"> & { readonly slug: string | null; readonly operationName: string | null };

/**
 * The events of a trail, latest first, older than a place.
 *
 * By place, not by offset: a page costs the same wherever it is, and what is written meanwhile shifts nothing.
 */
export async function listAuditEvents(
  scope: JournalScope,
  filter: JournalFilter,
  page: { readonly before: JournalPlace | null; readonly limit: number },
): Promise<readonly JournalEvent[]> {
  const { text, values } = journalQuery(scope, filter, page);
  const { rows } = await pool.query<Row>(text, [...values]);
  return rows.map(({ slug, operationName, ...event }) => ({
    ...event,
    operation: slug !== null && operationName !== null ? { slug, name: operationName } : null,
  }));
}

/** Everybody who ever wrote to a trail, and whoever is of its collectivity now, by name. */
export async function listJournalActors(
  scope: JournalScope,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { text, values } = journalActorsQuery(scope);
  const { rows } = await pool.query<{ id: string; name: string }>(
    `SELECT u.id, u.name FROM "user" u WHERE u.id IN (${text})`,
    [...values],
  );
  return rows.sort((a, b) => a.name.localeCompare(b.name, "fr"));
}
