import "server-only";
import { insertAuditEvent } from "./audit-events";
import { prisma } from "./prisma";
import type { Actor } from "./scope";
import { endSessions } from "./sessions";

const PASSWORD_PROVIDER = "credential"; // better-auth's word for it

/** The hash of a user's password; null for who signs in elsewhere only. */
export async function findPasswordHash(userId: string): Promise<string | null> {
  const account = await prisma.account.findFirst({
    where: { userId, providerId: PASSWORD_PROVIDER },
    select: { password: true },
  });
  return account?.password ?? null;
}

/** Replaces a user's password and ends his sessions, all of them. One transaction; says how many there were. */
export async function updatePassword(userId: string, passwordHash: string, actor: Actor): Promise<number> {
  return prisma.$transaction(async (tx) => {
    await tx.account.updateMany({
      where: { userId, providerId: PASSWORD_PROVIDER },
      data: { password: passwordHash },
    });
    const endedSessions = await endSessions(tx, userId, null);
    const entry = { actor, action: "change.password", objectType: "user", objectId: userId } as const;
    await insertAuditEvent({ ...entry, after: { endedSessions } }, tx);
    return endedSessions;
  });
}
