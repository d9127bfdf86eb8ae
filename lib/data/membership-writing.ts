import "server-only";
import type { PoolClient } from "pg";
import type { AccessRole } from "@/lib/domain/access/access-role";
import { DomainError } from "@/lib/domain/errors";
import { ACCOUNT_RIGHTS } from "./account-rights";
import { keepAdministrators } from "./administrators";
import { insertAuditEventWith } from "./audit-events";
import { revokeInvitationsBeyondRights } from "./inviter-rights";
import type { Actor, AuthorizedCollectivityId } from "./scope";

/**
 * Gives a member another role in his collectivity. The same role again leaves no trace.
 *
 * @throws {DomainError} UNKNOWN_MEMBER, LAST_ADMINISTRATOR.
 */
export async function updateMemberRole(
  collectivityId: AuthorizedCollectivityId,
  userId: string,
  role: AccessRole,
  actor: Actor,
): Promise<void> {
  await keepAdministrators([collectivityId], async (client) => {
    const before = await lockRole(client, collectivityId, userId);
    if (before === role) return;
    await client.query(
      `UPDATE membership SET role = $3::"MembershipRole" WHERE collectivity_id = $1 AND user_id = $2`,
      [collectivityId, userId, role],
    );
    if (before === "admin") await revokeLinksOf(client, collectivityId, userId);
    await revokeInvitationsBeyondRights(client, userId);
    const entry = { collectivityId, actor, action: "set.member_role", objectType: "user", objectId: userId } as const;
    await insertAuditEventWith(client, { ...entry, before: { role: before }, after: { role } });
  });
}

/**
 * Takes a member out of his collectivity and of each of its operations; what he wrote stays. Invitations he made that nobody
 * accepted end with it, as do the links he took to hand over.
 *
 * @throws {DomainError} UNKNOWN_MEMBER, LAST_ADMINISTRATOR.
 */
export async function deleteMember(
  collectivityId: AuthorizedCollectivityId,
  userId: string,
  actor: Actor,
): Promise<void> {
  await keepAdministrators([collectivityId], async (client) => {
    const before = await lockRole(client, collectivityId, userId);
    const { rows } = await client.query<{ operationId: string }>(
      `DELETE FROM operation_role r USING operation o
        WHERE r.operation_id = o.id AND o.collectivity_id = $1 AND r.user_id = $2
        RETURNING r.operation_id::text AS "operationId"`,
      [collectivityId, userId],
    );
    await client.query("DELETE FROM membership WHERE collectivity_id = $1 AND user_id = $2", [collectivityId, userId]);
    await revokeLinksOf(client, collectivityId, userId);
    const entry = { collectivityId, actor, action: "remove.member", objectType: "user", objectId: userId } as const;
    const operationIds = rows.map(({ operationId }) => operationId);
    await insertAuditEventWith(client, { ...entry, before: { role: before, operationIds } });
  });
}

async function lockRole(client: PoolClient, collectivityId: string, userId: string): Promise<AccessRole> {
  const { rows } = await client.query<{ role: AccessRole }>(
    "SELECT role::text AS role FROM membership WHERE collectivity_id = $1 AND user_id = $2 FOR UPDATE",
    [collectivityId, userId],
  );
  const [found] = rows;
  if (!found) throw new DomainError("UNKNOWN_MEMBER", "not a member");
  return found.role;
}

// A link he kept for himself would bring him back, or into the account of somebody he managed.
async function revokeLinksOf(client: PoolClient, collectivityId: string, userId: string): Promise<void> {
  await client.query(
    `UPDATE account_link SET revoked_at = now(), token_sha256 = NULL
      WHERE used_at IS NULL AND revoked_at IS NULL
        AND CASE WHEN kind = 'invitation'
              THEN $2 IN (created_by_user_id, handed_by_user_id)
                   AND (collectivity_id = $1 OR operation_id IN (SELECT id FROM operation WHERE collectivity_id = $1))
              ELSE handed_by_user_id = $2
                   AND $1 IN (SELECT r.collectivity_id FROM ${ACCOUNT_RIGHTS} r WHERE r.user_id = account_link.user_id) END`,
    [collectivityId, userId],
  );
}
