import "server-only";
import { insertAuditEvent } from "./audit-events";
import { prisma } from "./prisma";
import type { Actor } from "./scope";

/** Changes the name an account is shown under; the trail keeps that it was, not what it is. */
export async function updateAccountName(userId: string, name: string, actor: Actor): Promise<void> {
  await prisma.$transaction(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { name }, select: { id: true } });
    await insertAuditEvent({ actor, action: "rename.account", objectType: "user", objectId: userId }, tx);
  });
}
