import "server-only";
import type { Prisma } from "@/lib/generated/prisma/client";
import { insertAuditEvent } from "./audit-events";
import { prisma } from "./prisma";
import type { Actor } from "./scope";

export type SessionSheet = {
  readonly id: string;
  /** As the browser called itself; null when it did not. */
  readonly userAgent: string | null;
  readonly ipAddress: string | null;
  readonly createdAt: Date;
  /** Of the last use, within an hour. */
  readonly updatedAt: Date;
};

/** The sessions of a user that still open something, last used first. */
export async function listSessionsOfUser(userId: string, now: Date): Promise<readonly SessionSheet[]> {
  return prisma.session.findMany({
    where: { userId, expiresAt: { gt: now } },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    select: { id: true, userAgent: true, ipAddress: true, createdAt: true, updatedAt: true },
  });
}

/** Ends one session of a user: it opens nothing from now on. False when he has no such session. */
export async function deleteSessionOfUser(userId: string, sessionId: string, actor: Actor): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { id: sessionId, userId } });
    if (count === 0) return false;
    const entry = { actor, action: "end.session", objectType: "session", objectId: sessionId } as const;
    await insertAuditEvent({ ...entry, before: { userId } }, tx);
    return true;
  });
}

/** Ends every session of a user but one; says how many. */
export async function deleteOtherSessions(userId: string, keptSessionId: string, actor: Actor): Promise<number> {
  return prisma.$transaction(async (tx) => {
    const count = await endSessions(tx, userId, keptSessionId);
    const entry = { actor, action: "end.other_sessions", objectType: "user", objectId: userId } as const;
    await insertAuditEvent({ ...entry, after: { count } }, tx);
    return count;
  });
}

/**
 * Ends the sessions of a user inside a transaction whose audit row tells why, and the sign-ins that wait for a code.
 *
 * @param keptSessionId - Null ends them all.
 */
export async function endSessions(
  tx: Prisma.TransactionClient,
  userId: string,
  keptSessionId: string | null,
): Promise<number> {
  // better-auth names a sign-in under way `2fa-…`, and keeps the user's id as its value.
  await tx.verification.deleteMany({ where: { value: userId, identifier: { startsWith: "2fa-" } } });
  const kept = keptSessionId === null ? {} : { id: { not: keptSessionId } };
  return (await tx.session.deleteMany({ where: { userId, ...kept } })).count;
}

/**
 * Drops the sessions that are over, with the address and browser they hold, and the sign-ins nobody ended: better-auth
 * drops one only when its own cookie comes again.
 *
 * @returns How many sessions.
 */
export async function deleteExpiredSessions(now: Date): Promise<number> {
  const where = { expiresAt: { lte: now } };
  await prisma.verification.deleteMany({ where });
  return (await prisma.session.deleteMany({ where })).count;
}
