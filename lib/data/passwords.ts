import "server-only";
import {
  callOffLinksWith,
  countKeysWith,
  endSessionsWith,
  type KeysAndCalendars,
  revokeKeysWith,
} from "./account-ways-in";
import { insertAuditEventWith } from "./audit-events";
import { inTransaction } from "./pg";
import { prisma } from "./prisma";
import type { Actor } from "./scope";

const PASSWORD_PROVIDER = "credential"; // better-auth's word for it

/** The hash of a user's password; null for who signs in elsewhere only. */
export async function findPasswordHash(userId: string): Promise<string | null> {
  const account = await prisma.account.findFirst({
    where: { userId, providerId: PASSWORD_PROVIDER },
    select: { password: true },
  });
  return account?.password ?? null;
}

/** What a new password does besides. */
export type PasswordChange = {
  readonly passwordHash: string;
  /** Whether every key and calendar is revoked too; else they stay. */
  readonly endsKeys: boolean;
};

/**
 * Replaces a user's password. All his sessions end, and what he waits for by a link is called off: another address may have been
 * asked for by whoever knew the former password. One transaction.
 *
 * @returns The keys and calendars that stay.
 */
export async function updatePassword(
  userId: string,
  { passwordHash, endsKeys }: PasswordChange,
  actor: Actor,
  now: Date,
): Promise<KeysAndCalendars> {
  return inTransaction(async (client) => {
    await client.query("UPDATE account SET password = $2, updated_at = $3 WHERE user_id = $1 AND provider_id = $4", [
      userId,
      passwordHash,
      now,
      PASSWORD_PROVIDER,
    ]);
    const endedSessions = await endSessionsWith(client, userId);
    await callOffLinksWith(client, userId, now);
    if (endsKeys) await revokeKeysWith(client, userId, now, actor);
    const left = await countKeysWith(client, userId, now);
    const entry = { actor, action: "change.password", objectType: "user", objectId: userId } as const;
    await insertAuditEventWith(client, { ...entry, after: { endedSessions, left } });
    return left;
  });
}
