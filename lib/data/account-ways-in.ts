import "server-only";
import type { PoolClient } from "pg";
import { insertAuditEventWith } from "./audit-events";
import type { Actor } from "./scope";

/** What opens in somebody's name without his password, and outlives it. */
export type KeysAndCalendars = { readonly apiKeys: number; readonly calendars: number };

/** What was ended of an account whose address nobody had proven before. */
export type UnprovenWaysIn = KeysAndCalendars & {
  readonly identities: number;
  readonly secondFactors: number;
  readonly sessions: number;
};

/**
 * Ends the sessions of an account but the one that is kept, and the sign-ins that wait for a code; says how many sessions.
 */
export async function endSessionsWith(
  client: PoolClient,
  userId: string,
  keptSessionId: string | null = null,
): Promise<number> {
  // better-auth names a sign-in under way `2fa-…`, and keeps the user's id as its value.
  await client.query("DELETE FROM verification WHERE value = $1 AND identifier LIKE '2fa-%'", [userId]);
  const { rowCount } = await client.query("DELETE FROM session WHERE user_id = $1 AND id IS DISTINCT FROM $2::uuid", [
    userId,
    keptSessionId,
  ]);
  return rowCount ?? 0;
}

/** Calls off what an account waits for by a link: another address, a new password. What it is invited to stays. */
export async function callOffLinksWith(client: PoolClient, userId: string, now: Date): Promise<void> {
  await client.query(
    `UPDATE account_link SET revoked_at = $2, token_sha256 = NULL
      WHERE user_id = $1 AND kind <> 'invitation' AND used_at IS NULL AND revoked_at IS NULL`,
    [userId, now],
  );
}

/** The keys and calendars of an account that still open something. */
export async function countKeysWith(client: PoolClient, userId: string, now: Date): Promise<KeysAndCalendars> {
  const { rows } = await client.query<KeysAndCalendars>(
    `SELECT (SELECT count(*)::int FROM api_key k
              WHERE k.user_id = $1 AND (k.expires_at IS NULL OR k.expires_at > $2)) AS "apiKeys",
            (SELECT count(*)::int FROM calendar_feed f WHERE f.user_id = $1 AND f.revoked_at IS NULL) AS calendars`,
    [userId, now],
  );
  return rows[0] ?? { apiKeys: 0, calendars: 0 };
}

/** Revokes every key and calendar of an account, each with its event. */
export async function revokeKeysWith(
  client: PoolClient,
  userId: string,
  now: Date,
  actor: Actor,
): Promise<KeysAndCalendars> {
  const keys = await client.query<{ id: string }>("DELETE FROM api_key WHERE user_id = $1 RETURNING id::text", [
    userId,
  ]);
  const feeds = await client.query<{ id: string }>(
    "UPDATE calendar_feed SET revoked_at = $2 WHERE user_id = $1 AND revoked_at IS NULL RETURNING id::text",
    [userId, now],
  );
  for (const { id } of keys.rows) {
    const entry = { actor, action: "revoke.api_key", objectType: "api_key", objectId: id } as const;
    await insertAuditEventWith(client, { ...entry, before: { userId } });
  }
  for (const { id } of feeds.rows) {
    const entry = { actor, action: "revoke.calendar_feed", objectType: "calendar_feed", objectId: id } as const;
    await insertAuditEventWith(client, { ...entry, before: { userId } });
  }
  return { apiKeys: keys.rows.length, calendars: feeds.rows.length };
}

/**
 * Notes that somebody has shown, by a link mailed to it, that the address of an account is his. The first time, every other
 * way in ends: who made the account by a link handed over to him, and its keys, its calendars, its second factor, may have
 * been somebody else.
 *
 * @returns What ended; null when the address was proven before.
 */
export async function proveAddressWith(
  client: PoolClient,
  userId: string,
  now: Date,
  actor: Actor,
): Promise<UnprovenWaysIn | null> {
  const { rowCount } = await client.query(
    `UPDATE "user" SET email_verified = true, updated_at = $2 WHERE id = $1 AND NOT email_verified`,
    [userId, now],
  );
  if (rowCount === 0) return null;
  const revoked = await revokeKeysWith(client, userId, now, actor);
  const identities = await client.query("DELETE FROM account WHERE user_id = $1 AND provider_id <> 'credential'", [
    userId,
  ]);
  const factors = await client.query("DELETE FROM two_factor WHERE user_id = $1", [userId]);
  await client.query(`UPDATE "user" SET two_factor_enabled = false WHERE id = $1`, [userId]);
  const sessions = await endSessionsWith(client, userId);
  return { ...revoked, identities: identities.rowCount ?? 0, secondFactors: factors.rowCount ?? 0, sessions };
}
