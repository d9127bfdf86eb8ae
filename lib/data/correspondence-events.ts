import "server-only";
import { randomUUID } from "node:crypto";
import { gunzipSync } from "node:zlib";
import type { PoolClient } from "pg";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { CorrespondenceStep } from "@/lib/generated/prisma/enums";
import { insertAuditEventWith } from "./audit-events";
import type { SignedDocument } from "./consent-writing";
import { insertKeptFile } from "./kept-files";
import { inTransaction, pool } from "./pg";
import type { Actor, AuthorizedOperationId } from "./scope";

/** What a step or a document belongs to. */
export type CorrespondenceSubject = { readonly complaintId: string } | { readonly letterId: string };

/** What was done, as it is listed. */
export type CorrespondenceEventRow = {
  readonly id: string;
  readonly step: CorrespondenceStep;
  readonly day: CivilDate;
  readonly note: string | null;
  readonly fileName: string | null;
  /** Hexadecimal; null without a file. */
  readonly sha256: string | null;
};

export type NewCorrespondenceEvent = {
  readonly step: CorrespondenceStep;
  readonly day: CivilDate;
  readonly note: string | null;
};

/** The events of a row `c` as JSON, in the order they were recorded; `column` is what refers to it. */
export const eventsOf = (column: "complaint_id" | "letter_id"): string =>
  `(SELECT coalesce(json_agg(json_build_object('id', e.id, 'step', e.step, 'day', e.day, 'note', e.note,
             'fileName', e.file_name, 'sha256', encode(e.sha256, 'hex')) ORDER BY e.created_at, e.id), '[]')
      FROM correspondence_event e WHERE e.operation_id = c.operation_id AND e.${column} = c.id)`;

/** Whether something was done about a row `c` on the day $2 or after it. */
export const hasStepSince = (column: "complaint_id" | "letter_id"): string =>
  `EXISTS (SELECT FROM correspondence_event e
            WHERE e.operation_id = c.operation_id AND e.${column} = c.id AND e.day >= $2::date)`;

/** Adds a step inside a transaction that has locked what it belongs to; the caller records the audit event. */
export async function insertCorrespondenceEvent(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  actor: Actor,
  subject: CorrespondenceSubject,
  { step, day, note, document = null }: NewCorrespondenceEvent & { readonly document?: SignedDocument | null },
): Promise<string> {
  const id = randomUUID();
  if (document) await insertKeptFile(client, operationId, document.sha256, document.bytes);
  await client.query(
    `INSERT INTO correspondence_event
       (operation_id, id, complaint_id, letter_id, step, day, note, file_name, sha256, created_at, created_by)
     VALUES ($1, $2, $3, $4, $5::"CorrespondenceStep", $6::date, $7, $8, $9, clock_timestamp(), $10)`,
    [
      operationId,
      id,
      "complaintId" in subject ? subject.complaintId : null,
      "letterId" in subject ? subject.letterId : null,
      step,
      day,
      note,
      document?.name ?? null,
      document && Buffer.from(document.sha256),
      actor.userId,
    ],
  );
  return id;
}

const LOCK = {
  complaint: `SELECT p.restricted_at IS NOT NULL OR p.erased_at IS NOT NULL AS "isErased"
                FROM complaint c LEFT JOIN participant p ON p.operation_id = c.operation_id AND p.id = c.participant_id
               WHERE c.operation_id = $1 AND c.id = $2 FOR UPDATE OF c`,
  letter: `SELECT false AS "isErased" FROM convention_letter c WHERE c.operation_id = $1 AND c.id = $2 FOR UPDATE`,
} as const;

/**
 * Joins a paper to a complaint or a letter, as one transaction.
 *
 * @returns The id of its event; null when there is no such complaint or letter, or its sender asked to be forgotten.
 */
export async function insertCorrespondenceDocument(
  operationId: AuthorizedOperationId,
  actor: Actor,
  subject: CorrespondenceSubject,
  { day, document }: { readonly day: CivilDate; readonly document: SignedDocument },
): Promise<string | null> {
  const objectId = "complaintId" in subject ? subject.complaintId : subject.letterId;
  const objectType = "complaintId" in subject ? "complaint" : "letter";
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ isErased: boolean }>(LOCK[objectType], [operationId, objectId]);
    if (rows[0]?.isErased !== false) return null;
    const event = { step: "document", day, note: null, document } as const;
    const id = await insertCorrespondenceEvent(client, operationId, actor, subject, event);
    await insertAuditEventWith(client, {
      operationId,
      actor,
      action: "join.correspondence_document",
      objectType: "correspondence_event",
      objectId: id,
      after: { [objectType]: objectId, day },
    });
    return id;
  });
}

/** The paper of an event, as it was received; null when there is none, `purged` once its content was erased. */
export async function findCorrespondenceDocument(
  operationId: AuthorizedOperationId,
  eventId: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | "purged" | null> {
  const { rows } = await pool.query<{ name: string; content: Buffer; isGzipped: boolean; isPurged: boolean }>(
    `SELECT e.file_name AS name, k.content, k.is_gzipped AS "isGzipped", k.purged_at IS NOT NULL AS "isPurged"
       FROM correspondence_event e JOIN kept_file k USING (operation_id, sha256)
      WHERE e.operation_id = $1 AND e.id = $2`,
    [operationId, eventId],
  );
  const [row] = rows;
  if (!row) return null;
  if (row.isPurged) return "purged";
  return { name: row.name, bytes: row.isGzipped ? gunzipSync(row.content) : row.content };
}
