import "server-only";
import { keepAdministrators } from "./administrators";
import { insertAuditEventWith } from "./audit-events";
import { inTransaction } from "./pg";
import { prisma } from "./prisma";
import type { Actor } from "./scope";

export type UserState = {
  readonly isActive: boolean;
  readonly isInstanceAdmin: boolean;
};

/** What an account is allowed at all; null for one that is unknown or was erased. */
export async function findUserState(userId: string): Promise<UserState | null> {
  const user = await prisma.user.findUnique({
    where: { id: userId, erasedAt: null },
    select: { deactivatedAt: true, isInstanceAdmin: true },
  });
  return user && { isActive: user.deactivatedAt === null, isInstanceAdmin: user.isInstanceAdmin };
}

/** Whether an account exists and opens something: a deactivated one opens nothing. */
export async function isActiveUser(userId: string): Promise<boolean> {
  return (await findUserState(userId))?.isActive ?? false;
}

/**
 * Deactivates an account and ends its sessions; its keys and calendars stay, and open nothing. One transaction.
 *
 * That of an administrator of the installation is closed on its machine only.
 *
 * @param collectivityIds - Those that must keep an administrator without it.
 * @returns False when it was deactivated already.
 * @throws {DomainError} LAST_ADMINISTRATOR.
 */
export async function deactivateUser(
  userId: string,
  collectivityIds: readonly string[],
  actor: Actor,
): Promise<boolean> {
  return keepAdministrators(collectivityIds, async (client) => {
    const { rowCount } = await client.query(
      `UPDATE "user" SET deactivated_at = clock_timestamp(), updated_at = clock_timestamp()
        WHERE id = $1 AND deactivated_at IS NULL AND (NOT is_instance_admin OR $2)`,
      [userId, actor.via === "cli"],
    );
    if (rowCount === 0) return false;
    await client.query("DELETE FROM session WHERE user_id = $1", [userId]);
    const [collectivityId, ...others] = collectivityIds;
    const of = collectivityId && others.length === 0 ? { collectivityId } : {};
    await insertAuditEventWith(client, { ...of, ...entryOf("deactivate.account", userId, actor) });
    return true;
  });
}

/** Opens an account again with the rights it has. One transaction. False when it was active, or erased for good. */
export async function reactivateUser(userId: string, actor: Actor): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rowCount } = await client.query(
      `UPDATE "user" SET deactivated_at = NULL, updated_at = clock_timestamp()
        WHERE id = $1 AND deactivated_at IS NOT NULL AND erased_at IS NULL`,
      [userId],
    );
    if (rowCount === 0) return false;
    await insertAuditEventWith(client, entryOf("reactivate.account", userId, actor));
    return true;
  });
}

const entryOf = (action: "deactivate.account" | "reactivate.account", userId: string, actor: Actor) =>
  ({ actor, action, objectType: "user", objectId: userId }) as const;
