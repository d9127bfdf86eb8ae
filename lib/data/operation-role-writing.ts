import "server-only";
import type { PoolClient } from "pg";
import { DomainError } from "@/lib/domain/errors";
import type { MembershipRole } from "@/lib/generated/prisma/enums";
import { keepAdministrators } from "./administrators";
import { insertAuditEventWith } from "./audit-events";
import { revokeInvitationsBeyondRights } from "./inviter-rights";
import { pool } from "./pg";
import type { Actor, AuthorizedOperationId } from "./scope";

/**
 * Gives a role in one operation to a member of its collectivity, or changes or takes away the one somebody has. One
 * transaction; the same role again leaves no trace.
 *
 * @param role - Null takes it away.
 * @returns Whether something changed.
 * @throws {DomainError} UNKNOWN_MEMBER for somebody who is neither a member nor has a role there; LAST_ADMINISTRATOR.
 */
export async function writeOperationRole(
  operationId: AuthorizedOperationId,
  userId: string,
  role: MembershipRole | null,
  actor: Actor,
): Promise<boolean> {
  const collectivityId = await findCollectivityOf(operationId);
  return keepAdministrators([collectivityId], async (client) => {
    const before = await findRole(client, operationId, userId);
    if (before === role) return false;
    if (before === null) await assertMember(client, collectivityId, userId);
    await replaceRole(client, operationId, userId, role);
    await revokeInvitationsBeyondRights(client, userId);
    await insertAuditEventWith(client, {
      ...{ collectivityId, operationId, actor, objectType: "user", objectId: userId },
      action: role === null ? "withdraw.operation_role" : "set.operation_role",
      ...(before && { before: { role: before } }),
      ...(role && { after: { role } }),
    });
    return true;
  });
}

async function findCollectivityOf(operationId: AuthorizedOperationId): Promise<string> {
  const { rows } = await pool.query<{ id: string }>("SELECT collectivity_id::text AS id FROM operation WHERE id = $1", [
    operationId,
  ]);
  const [found] = rows;
  if (!found) throw new Error("a proven operation exists");
  return found.id;
}

async function findRole(client: PoolClient, operationId: AuthorizedOperationId, userId: string) {
  const { rows } = await client.query<{ role: MembershipRole }>(
    "SELECT role FROM operation_role WHERE operation_id = $1 AND user_id = $2",
    [operationId, userId],
  );
  return rows[0]?.role ?? null;
}

async function assertMember(client: PoolClient, collectivityId: string, userId: string): Promise<void> {
  const { rowCount } = await client.query("SELECT FROM membership WHERE collectivity_id = $1 AND user_id = $2", [
    collectivityId,
    userId,
  ]);
  if (rowCount === 0) throw new DomainError("UNKNOWN_MEMBER", "not a member", { details: { field: "userId" } });
}

async function replaceRole(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  userId: string,
  role: MembershipRole | null,
): Promise<void> {
  if (role === null) {
    await client.query("DELETE FROM operation_role WHERE operation_id = $1 AND user_id = $2", [operationId, userId]);
    return;
  }
  await client.query(
    `INSERT INTO operation_role (operation_id, user_id, role) VALUES ($1, $2, $3::"MembershipRole")
     ON CONFLICT (operation_id, user_id) DO UPDATE SET role = EXCLUDED.role`,
    [operationId, userId, role],
  );
}
