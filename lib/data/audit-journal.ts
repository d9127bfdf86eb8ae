import "server-only";
import type { Prisma } from "@/lib/generated/prisma/client";
import { prisma } from "./prisma";
import type { Actor, AuthorizedOperationId } from "./scope";

/** One write, as the trail has it. */
export type JournalEvent = {
  readonly id: string;
  readonly at: Date;
  readonly actorUserId: string | null;
  /** Read by id, now; null for the installation itself and for an account that is gone. */
  readonly actorName: string | null;
  readonly via: Actor["via"];
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly before: Prisma.JsonValue;
  readonly after: Prisma.JsonValue;
};

/** What to look for; absent means all. Instants are half-open. */
export type JournalFilter = {
  readonly from?: Date | undefined;
  readonly toExclusive?: Date | undefined;
  readonly actorUserId?: string | undefined;
  readonly via?: Actor["via"] | undefined;
  readonly actions?: readonly string[] | undefined;
};

/** The place of an event in the journal: whatever is before it is older. */
export type JournalPlace = { readonly at: Date; readonly id: string };

/**
 * The events of an operation, latest first, older than a place.
 *
 * By place, not by offset: a page costs the same wherever it is, and what is written meanwhile shifts nothing.
 */
export async function listAuditEvents(
  operationId: AuthorizedOperationId,
  { from, toExclusive, actorUserId, via, actions }: JournalFilter,
  { before, limit }: { readonly before: JournalPlace | null; readonly limit: number },
): Promise<readonly JournalEvent[]> {
  const rows = await prisma.auditEvent.findMany({
    where: {
      operationId,
      at: { ...(from && { gte: from }), ...(toExclusive && { lt: toExclusive }), ...(before && { lte: before.at }) },
      ...(actorUserId && { actorUserId }),
      ...(via && { via }),
      ...(actions && { action: { in: [...actions] } }),
      ...(before && { OR: [{ at: { lt: before.at } }, { id: { lt: before.id } }] }),
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit,
    select: {
      id: true,
      at: true,
      actorUserId: true,
      via: true,
      action: true,
      objectType: true,
      objectId: true,
      before: true,
      after: true,
    },
  });
  const names = await nameUsers(rows.flatMap((row) => row.actorUserId ?? []));
  return rows.map((row) => ({ ...row, actorName: (row.actorUserId && names.get(row.actorUserId)) ?? null }));
}

/** Everybody who ever wrote to an operation, by name. */
export async function listJournalActors(
  operationId: AuthorizedOperationId,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const rows = await prisma.auditEvent.groupBy({
    by: ["actorUserId"],
    where: { operationId, actorUserId: { not: null } },
  });
  const names = await nameUsers(rows.flatMap((row) => row.actorUserId ?? []));
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, "fr"));
}

async function nameUsers(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const users = await prisma.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}
