import "server-only";
import { DomainError } from "@/lib/domain/errors";
import { insertAuditEvent } from "./audit-events";
import { prisma } from "./prisma";
import type { Actor } from "./scope";

/** How the accounts of the single sign-on provider are marked; part of the address it sends people back to. */
export const SINGLE_SIGN_ON = "oidc";

/** Since when somebody may sign in with the provider; null when he may not. */
export async function findIdentity(userId: string): Promise<{ readonly linkedAt: Date } | null> {
  const found = await prisma.account.findFirst({
    where: { userId, providerId: SINGLE_SIGN_ON },
    select: { createdAt: true },
  });
  return found && { linkedAt: found.createdAt };
}

/** Records that an identity was linked, written by better-auth itself just before: the one write that is not in its transaction. */
export async function recordLinkedIdentity({ id, userId }: { readonly id: string; readonly userId: string }) {
  const actor = { userId, via: "session" } as const;
  await insertAuditEvent({ actor, action: "link.identity", objectType: "account", objectId: id, after: { userId } });
}

/**
 * Takes somebody's identity at the provider away: it opens no session from now on. False when there was none.
 *
 * @throws {DomainError} LAST_WAY_IN when he has no password to sign in with.
 */
export async function deleteIdentity(userId: string, actor: Actor): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const accounts = await tx.account.findMany({
      where: { userId },
      select: { id: true, providerId: true, password: true },
    });
    const identity = accounts.find(({ providerId }) => providerId === SINGLE_SIGN_ON);
    if (!identity) return false;
    if (accounts.every(({ password }) => password === null)) {
      throw new DomainError("LAST_WAY_IN", "the account has no password");
    }
    await tx.account.delete({ where: { id: identity.id }, select: { id: true } });
    const entry = { actor, action: "unlink.identity", objectType: "account", objectId: identity.id } as const;
    await insertAuditEvent({ ...entry, before: { userId } }, tx);
    return true;
  });
}
