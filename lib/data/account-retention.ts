import "server-only";
import type { PoolClient } from "pg";
import { insertAuditEventWith } from "./audit-events";
import { inTransaction, pool } from "./pg";
import type { Actor } from "./scope";

const HAS_RIGHT = `(u.is_instance_admin
  OR EXISTS (SELECT FROM membership m WHERE m.user_id = u.id)
  OR EXISTS (SELECT FROM operation_role r WHERE r.user_id = u.id)
  OR EXISTS (SELECT FROM participant_access p WHERE p.user_id = u.id AND p.ended_at IS NULL)
  OR EXISTS (SELECT FROM climate_audit a WHERE a.auditor_id = u.id AND a.closed_at IS NULL))`;

// For a year, deactivated or without any right.
const IS_OVER = `u.erased_at IS NULL AND (u.deactivated_at <= $1::timestamptz - interval '1 year'
  OR (u.rightless_since <= $1::timestamptz - interval '1 year' AND NOT ${HAS_RIGHT}))`;

/** Notes since when accounts have no right, and forgets it of those that have one again. */
export async function noteRightlessAccounts(now: Date): Promise<void> {
  await pool.query(
    `UPDATE "user" u SET rightless_since = CASE WHEN ${HAS_RIGHT} THEN NULL ELSE $1::timestamptz END
      WHERE u.erased_at IS NULL AND (u.rightless_since IS NULL) <> ${HAS_RIGHT}`,
    [now],
  );
}

/** The accounts whose name and address are kept no longer, a page of them. */
export async function listExpiredAccounts(now: Date, limit: number): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT u.id::text FROM "user" u WHERE ${IS_OVER} ORDER BY u.id LIMIT $2`,
    [now, limit],
  );
  return rows.map(({ id }) => id);
}

/**
 * Erases the name and the address of an account for good, with all that opens it and all that it opened; its id stays, in
 * the trail and beside what it wrote. One transaction.
 *
 * @returns False when it is kept after all: opened again, or given a right, meanwhile.
 */
export async function eraseAccount(userId: string, now: Date, actor: Actor): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ email: string }>(
      `SELECT u.email FROM "user" u WHERE u.id = $2 AND ${IS_OVER} FOR UPDATE`,
      [now, userId],
    );
    const [found] = rows;
    if (!found) return false;
    await deleteWaysIn(client, userId, found.email);
    await takeRightsAway(client, userId);
    await client.query(
      `UPDATE "user" SET name = 'Compte effacé', email = id::text || '@compte-efface.invalid', email_verified = false,
              image = NULL, two_factor_enabled = false, is_instance_admin = false, rightless_since = NULL,
              deactivated_at = coalesce(deactivated_at, $2), erased_at = $2, updated_at = $2
        WHERE id = $1`,
      [userId, now],
    );
    await insertAuditEventWith(client, { actor, action: "erase.account", objectType: "user", objectId: userId });
    return true;
  });
}

const WAYS_IN = ["session", "account", "two_factor", "api_key", "calendar_feed", "reminder_setting", "digest_sending"];

async function deleteWaysIn(client: PoolClient, userId: string, email: string): Promise<void> {
  for (const table of WAYS_IN) await client.query(`DELETE FROM ${table} WHERE user_id = $1`, [userId]);
  await client.query("DELETE FROM account_link WHERE user_id = $1::uuid OR email = $2", [userId, email]);
  await client.query("DELETE FROM verification WHERE value IN ($1, $2) OR identifier = $2", [userId, email]);
}

async function takeRightsAway(client: PoolClient, userId: string): Promise<void> {
  for (const table of ["membership", "operation_role"]) {
    await client.query(`DELETE FROM ${table} WHERE user_id = $1`, [userId]);
  }
  await client.query(
    `UPDATE participant_access SET ended_at = greatest(clock_timestamp(), created_at)
      WHERE user_id = $1 AND ended_at IS NULL`,
    [userId],
  );
}
