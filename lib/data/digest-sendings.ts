import "server-only";
import type { DigestFrequency } from "@/lib/domain/deadlines/is-digest-day";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { insertAuditEventWith } from "./audit-events";
import { inTransaction, pool } from "./pg";
import type { Actor } from "./scope";

/** Somebody whose digest of a day was not dealt with yet. */
export type DigestReader = { readonly userId: string; readonly name: string; readonly email: string };

/** What became of a digest. */
export type DigestOutcome =
  | { readonly state: "sent" | "empty"; readonly rowCount: number }
  | { readonly state: "failed"; readonly rowCount: number; readonly failure: string };

/** Those who asked for a digest as often as this and have none of this day. */
export async function listDigestReaders(
  frequencies: readonly DigestFrequency[],
  day: CivilDate,
): Promise<readonly DigestReader[]> {
  const { rows } = await pool.query<DigestReader>(
    `SELECT u.id::text AS "userId", u.name, u.email
       FROM reminder_setting s JOIN "user" u ON u.id = s.user_id
      WHERE s.digest = ANY($1::"DigestFrequency"[]) AND u.deactivated_at IS NULL
        AND NOT EXISTS (SELECT FROM digest_sending d WHERE d.user_id = u.id AND d.day = $2::date)
      ORDER BY u.id`,
    [frequencies, day],
  );
  return rows;
}

/**
 * Deals with the digest of a user on a day, once: its row is what others wait for and then find. What `deliver` throws
 * takes it back, so that it is tried again.
 *
 * @returns False when it was dealt with already.
 */
export async function sendDigestOnce(
  userId: string,
  day: CivilDate,
  actor: Actor,
  deliver: () => Promise<DigestOutcome>,
): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rowCount } = await client.query(
      `INSERT INTO digest_sending (user_id, day, state, row_count) VALUES ($1, $2::date, 'empty', 0)
       ON CONFLICT DO NOTHING`,
      [userId, day],
    );
    if (rowCount === 0) return false;
    const outcome = await deliver();
    const failure = outcome.state === "failed" ? outcome.failure : null;
    await client.query(
      `UPDATE digest_sending SET state = $3::"DigestState", row_count = $4, failure = $5, recorded_at = clock_timestamp()
        WHERE user_id = $1 AND day = $2::date`,
      [userId, day, outcome.state, outcome.rowCount, failure],
    );
    if (outcome.state === "sent") {
      const entry = { actor, action: "send.digest", objectType: "user", objectId: userId } as const;
      await insertAuditEventWith(client, { ...entry, after: { day, rowCount: outcome.rowCount } });
    }
    return true;
  });
}
