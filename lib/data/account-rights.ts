import "server-only";
import type { MembershipRole } from "@/lib/generated/prisma/enums";
import { pool } from "./pg";

/** One right of an account: in a collectivity, in one of its operations, as a participant, or for an audit of the plan. */
export type AccountRight = {
  readonly userId: string;
  readonly collectivityId: string;
  readonly collectivityName: string;
} & (
  | { readonly kind: "collectivity" | "operation"; readonly role: MembershipRole }
  | { readonly kind: "participant" | "audit"; readonly role: null }
);

/** A relation of every right of every account: `user_id`, `collectivity_id`, `kind`, `role`. What is over is no right. */
export const ACCOUNT_RIGHTS = `(
  SELECT user_id, collectivity_id, 'collectivity' AS kind, role::text FROM membership
   UNION
  SELECT r.user_id, o.collectivity_id, 'operation', r.role::text
    FROM operation_role r JOIN operation o ON o.id = r.operation_id
   UNION
  SELECT a.user_id, o.collectivity_id, 'participant', NULL
    FROM participant_access a JOIN operation o ON o.id = a.operation_id WHERE a.ended_at IS NULL
   UNION
  SELECT auditor_id, collectivity_id, 'audit', NULL FROM climate_audit
   WHERE auditor_id IS NOT NULL AND closed_at IS NULL)`;

/** What each of these accounts may open, by the collectivity that gave it; nothing of what is in there. */
export async function listRightsOfAccounts(userIds: readonly string[]): Promise<readonly AccountRight[]> {
  const { rows } = await pool.query<AccountRight>(
    `SELECT r.user_id::text AS "userId", r.kind, r.role, c.id::text AS "collectivityId", c.name AS "collectivityName"
       FROM ${ACCOUNT_RIGHTS} r JOIN collectivity c ON c.id = r.collectivity_id
      WHERE r.user_id = ANY($1::uuid[])
      ORDER BY c.name, c.id, r.kind`,
    [userIds],
  );
  return rows;
}

/** The collectivities in which a user is an administrator. */
export async function listAdministeredCollectivities(userId: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>(
    "SELECT collectivity_id::text AS id FROM membership WHERE user_id = $1 AND role = 'admin'",
    [userId],
  );
  return rows.map(({ id }) => id);
}
