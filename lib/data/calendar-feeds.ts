import "server-only";
import { insertAuditEvent } from "./audit-events";
import { pool } from "./pg";
import { prisma } from "./prisma";
import type { Actor } from "./scope";

export type CalendarFeedSheet = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  /** Null: no program has read it yet. */
  readonly lastUsedAt: Date | null;
};

/** The calendars of a user that can still be read, latest first. */
export function listCalendarFeedsOfUser(userId: string): Promise<readonly CalendarFeedSheet[]> {
  return prisma.calendarFeed.findMany({
    where: { userId, revokedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, name: true, createdAt: true, lastUsedAt: true },
  });
}

/** @param tokenHash - SHA-256 of its token, which is stored nowhere. */
export async function insertCalendarFeed(
  userId: string,
  actor: Actor,
  feed: { readonly name: string; readonly tokenHash: Uint8Array },
): Promise<string> {
  const { name, tokenHash } = feed;
  return prisma.$transaction(async (tx) => {
    const { id } = await tx.calendarFeed.create({
      data: { userId, name, tokenHash: new Uint8Array(tokenHash) },
      select: { id: true },
    });
    const entry = { actor, action: "create.calendar_feed", objectType: "calendar_feed", objectId: id } as const;
    await insertAuditEvent({ ...entry, after: { userId } }, tx);
    return id;
  });
}

/** Revokes a calendar of a user: its address leads nowhere from now on. False when he has no such one. */
export async function revokeCalendarFeedOfUser(userId: string, feedId: string, actor: Actor): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const where = { id: feedId, userId, revokedAt: null };
    const { count } = await tx.calendarFeed.updateMany({ where, data: { revokedAt: new Date() } });
    if (count === 0) return false;
    const entry = { actor, action: "revoke.calendar_feed", objectType: "calendar_feed", objectId: feedId } as const;
    await insertAuditEvent({ ...entry, before: { userId } }, tx);
    return true;
  });
}

/**
 * Whose calendar a token opens, and how often it was read within the hour, this time included; null for a token that
 * opens nothing.
 */
export async function takeCalendarFeed(
  tokenHash: Uint8Array,
): Promise<{ readonly userId: string; readonly readCount: number } | null> {
  const { rows } = await pool.query<{ userId: string; readCount: number }>(
    `UPDATE calendar_feed
        SET last_used_at = now(),
            read_count = CASE WHEN counted_at < now() - interval '1 hour' THEN 1 ELSE read_count + 1 END,
            counted_at = CASE WHEN counted_at < now() - interval '1 hour' THEN now() ELSE counted_at END
      WHERE token_hash = $1 AND revoked_at IS NULL
        AND EXISTS (SELECT FROM "user" u WHERE u.id = calendar_feed.user_id AND u.deactivated_at IS NULL)
    RETURNING user_id::text AS "userId", read_count AS "readCount"`,
    [Buffer.from(tokenHash)],
  );
  return rows[0] ?? null;
}
