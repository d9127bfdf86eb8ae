import "server-only";
import type { PoolClient } from "pg";
import { pool } from "./pg";

const KEPT_DAYS = 30;

/**
 * Empties links that are over of the name and the address they were for; what they opened, and when, stays by id in the trail.
 *
 * @returns How many.
 */
export async function emptyOldAccountLinks(now: Date): Promise<number> {
  const { rowCount } = await pool.query(
    `WITH emptied AS (
       UPDATE account_link SET name = NULL, email = NULL, former_email = NULL, token_sha256 = NULL
        WHERE (name IS NOT NULL OR email IS NOT NULL)
          AND COALESCE(used_at, revoked_at, expires_at) < $1::timestamptz - make_interval(days => ${KEPT_DAYS})
        RETURNING id, collectivity_id, operation_id)
     INSERT INTO audit_event (collectivity_id, operation_id, via, action, object_type, object_id)
     SELECT collectivity_id, operation_id, 'job', 'purge.account_link', 'account_link', id::text
       FROM emptied`,
    [now],
  );
  return rowCount ?? 0;
}

/** Ends and empties the invitations to the own space of a participant, with what else of him ends. */
export async function emptyLinksOfParticipant(
  client: PoolClient,
  operationId: string,
  participantId: string,
): Promise<void> {
  await client.query(
    `UPDATE account_link
        SET name = NULL, email = NULL, former_email = NULL, token_sha256 = NULL,
            revoked_at = CASE WHEN used_at IS NULL THEN COALESCE(revoked_at, now()) END
      WHERE operation_id = $1 AND participant_id = $2`,
    [operationId, participantId],
  );
}
