import "server-only";
import type { PoolClient } from "pg";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { insertAuditEventWith } from "./audit-events";
import { purgeKeptFiles } from "./kept-files";
import { inTransaction, pool } from "./pg";
import type { Actor, AuthorizedOperationId } from "./scope";

/** Papers joined to a participant's complaints that nothing of anybody else rests on; `sha256` in hexadecimal. */
export async function listPapersOf(
  operationId: AuthorizedOperationId,
  participantId: string,
): Promise<readonly { readonly name: string; readonly sha256: string; readonly receivedAt: Date }[]> {
  const { rows } = await pool.query<{ name: string; sha256: string; receivedAt: Date }>(
    `SELECT e.file_name AS name, encode(e.sha256, 'hex') AS sha256, e.created_at AS "receivedAt"
       FROM correspondence_event e JOIN complaint c ON c.operation_id = e.operation_id AND c.id = e.complaint_id
      WHERE e.operation_id = $1 AND c.participant_id = $2 AND e.sha256 IS NOT NULL
        AND NOT EXISTS (SELECT FROM consent s WHERE s.operation_id = $1 AND s.sha256 = e.sha256
                           AND s.participant_id <> $2)
        AND NOT EXISTS (SELECT FROM correspondence_event o
                          LEFT JOIN complaint other ON other.operation_id = $1 AND other.id = o.complaint_id
                         WHERE o.operation_id = $1 AND o.sha256 = e.sha256
                           AND other.participant_id IS DISTINCT FROM $2)
      ORDER BY e.created_at`,
    [operationId, participantId],
  );
  return rows;
}

/**
 * Takes a person's words and papers out of the complaints he made, and his name out of what others wrote. That he
 * complained, when, and what was done stays, by id.
 *
 * @param texts - By which he is named.
 */
export async function eraseCorrespondence(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  {
    participantId,
    participantName,
    erasedText,
    texts,
  }: {
    readonly participantId: string;
    readonly participantName: string;
    readonly erasedText: string;
    readonly texts: readonly string[];
  },
): Promise<void> {
  await client.query(
    `UPDATE correspondence_event e SET note = NULL, file_name = NULL, sha256 = NULL
       FROM complaint c
      WHERE e.operation_id = $1 AND c.operation_id = $1 AND c.id = e.complaint_id AND c.participant_id = $2`,
    [operationId, participantId],
  );
  await client.query("UPDATE complaint SET subject = $3, text = $3 WHERE operation_id = $1 AND participant_id = $2", [
    operationId,
    participantId,
    erasedText,
  ]);
  for (const text of texts) {
    const values = [operationId, text, participantName];
    await client.query(
      `UPDATE complaint SET subject = replace(subject, $2, $3), text = replace(text, $2, $3),
              sender_name = replace(sender_name, $2, $3)
        WHERE operation_id = $1 AND strpos(concat_ws(' ', subject, text, sender_name), $2) > 0`,
      values,
    );
    await client.query(
      `UPDATE correspondence_event SET note = replace(note, $2, $3), file_name = replace(file_name, $2, $3)
        WHERE operation_id = $1 AND strpos(concat_ws(' ', note, file_name), $2) > 0`,
      values,
    );
    await client.query(
      `UPDATE convention_letter SET reference = replace(reference, $2, $3)
        WHERE operation_id = $1 AND strpos(reference, $2) > 0`,
      values,
    );
  }
}

// Of nobody the registry knows, closed, and with words left.
const IS_OVER = `c.participant_id IS NULL AND (c.sender_name IS NOT NULL OR c.text <> $2)
  AND EXISTS (SELECT FROM correspondence_event e WHERE e.operation_id = c.operation_id AND e.complaint_id = c.id
                 AND e.step = 'closed' AND e.day <= $1::date)`;

/** Complaints of people who never were participants, closed on a day or before it: of the whole installation, for the nightly job. */
export async function listOldComplaints(
  closedBy: CivilDate,
  erasedText: string,
): Promise<readonly { readonly operationId: string; readonly complaintId: string }[]> {
  const { rows } = await pool.query<{ operationId: string; complaintId: string }>(
    `SELECT c.operation_id::text AS "operationId", c.id::text AS "complaintId" FROM complaint c WHERE ${IS_OVER}
      ORDER BY c.id`,
    [closedBy, erasedText],
  );
  return rows;
}

/** Takes who complained, what he wrote and its papers out of one complaint. One transaction with its audit event. */
export async function eraseComplaint(
  operationId: AuthorizedOperationId,
  actor: Actor,
  complaintId: string,
  erasedText: string,
): Promise<void> {
  await inTransaction(async (client) => {
    const which = [operationId, complaintId];
    const { rows } = await client.query<{ sha256: string }>(
      `SELECT encode(e.sha256, 'hex') AS sha256 FROM correspondence_event e
        WHERE e.operation_id = $1 AND e.complaint_id = $2 AND e.sha256 IS NOT NULL
          AND NOT EXISTS (SELECT FROM consent s WHERE s.operation_id = $1 AND s.sha256 = e.sha256)
          AND NOT EXISTS (SELECT FROM correspondence_event o WHERE o.operation_id = $1 AND o.sha256 = e.sha256
                             AND o.complaint_id IS DISTINCT FROM $2)`,
      which,
    );
    await client.query(
      `UPDATE correspondence_event SET note = NULL, file_name = NULL, sha256 = NULL
        WHERE operation_id = $1 AND complaint_id = $2`,
      which,
    );
    await client.query(
      "UPDATE complaint SET sender_name = NULL, subject = $3, text = $3 WHERE operation_id = $1 AND id = $2",
      [...which, erasedText],
    );
    const files = rows.map(({ sha256 }) => sha256);
    await purgeKeptFiles(client, operationId, files);
    await insertAuditEventWith(client, {
      operationId,
      actor,
      action: "erase.complaint",
      objectType: "complaint",
      objectId: complaintId,
      after: { files: files.length },
    });
  });
}
