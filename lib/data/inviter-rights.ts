import "server-only";
import type { PoolClient } from "pg";

// Of `account_link l`: the collectivity an invitation opens, or that of its operation.
const COLLECTIVITY =
  "COALESCE(l.collectivity_id, (SELECT p.collectivity_id FROM operation p WHERE p.id = l.operation_id))";

/**
 * A condition on `account_link l`: whoever made this invitation could still make it. A link he kept
 * would else open what he lost. Always true of other links, and of what the machine of the installation made.
 *
 * An administrator invites to his collectivity, an officer to a participant's space, each to an operation by his role there;
 * who manages the installation, to it and to its collectivities.
 */
export const MAY_STILL_INVITE = `(
  l.kind <> 'invitation' OR l.created_by_user_id IS NULL
  OR (l.target_kind IN ('installation', 'collectivity')
      AND EXISTS (SELECT FROM "user" i WHERE i.id = l.created_by_user_id AND i.is_instance_admin))
  OR (l.target_kind <> 'installation'
      AND EXISTS (SELECT FROM membership m
                   WHERE m.user_id = l.created_by_user_id AND m.collectivity_id = ${COLLECTIVITY}
                     AND (m.role = 'admin' OR (l.target_kind = 'participant' AND m.role = 'officer'))))
  OR (l.target_kind IN ('operation', 'participant')
      AND EXISTS (SELECT FROM operation_role r
                   WHERE r.user_id = l.created_by_user_id AND r.operation_id = l.operation_id
                     AND (r.role = 'admin' OR (l.target_kind = 'participant' AND r.role = 'officer')))))`;

/** Ends, after a role was lowered or taken away, the open invitations its holder made and could not make any more. */
export async function revokeInvitationsBeyondRights(client: PoolClient, userId: string): Promise<void> {
  await client.query(
    `UPDATE account_link l SET revoked_at = now(), token_sha256 = NULL
      WHERE l.created_by_user_id = $1 AND l.used_at IS NULL AND l.revoked_at IS NULL AND NOT ${MAY_STILL_INVITE}`,
    [userId],
  );
}
