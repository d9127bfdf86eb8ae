import "server-only";
import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { ComplaintKind, ComplaintMove } from "@/lib/domain/complaints/complaint";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { insertAuditEventWith } from "./audit-events";
import { type ComplaintRow, findComplaint } from "./complaints";
import { insertCorrespondenceEvent } from "./correspondence-events";
import { inTransaction } from "./pg";
import type { Actor, AuthorizedOperationId } from "./scope";

export type NewComplaint = {
  readonly kind: ComplaintKind;
  readonly receivedDay: CivilDate;
  readonly participantId: string | null;
  readonly senderName: string | null;
  readonly subject: string;
  readonly text: string;
  readonly concernsDso: boolean;
};

/**
 * Records a complaint. One transaction with its audit event, which names nobody and repeats no word of it.
 *
 * @returns Its id; null when the operation has no such participant.
 * @throws {DomainError} DATA_ERASED when he asked to be forgotten.
 */
export async function insertComplaint(
  operationId: AuthorizedOperationId,
  actor: Actor,
  complaint: NewComplaint,
): Promise<string | null> {
  const { kind, participantId, receivedDay, concernsDso } = complaint;
  return inTransaction(async (client) => {
    if (participantId !== null && !(await lockSender(client, operationId, participantId))) return null;
    const id = randomUUID();
    await client.query(
      `INSERT INTO complaint (operation_id, id, received_day, participant_id, sender_name, subject, text, concerns_dso,
                              created_at, created_by, kind)
       VALUES ($1, $2, $3::date, $4, $5, $6, $7, $8, clock_timestamp(), $9, $10::"ComplaintKind")`,
      [
        operationId,
        id,
        receivedDay,
        participantId,
        complaint.senderName,
        complaint.subject,
        complaint.text,
        concernsDso,
        actor.userId,
        kind,
      ],
    );
    await insertAuditEventWith(client, {
      ...entryOf(operationId, actor, id),
      action: "record.complaint",
      after: { kind, participantId, receivedDay, concernsDso },
    });
    return id;
  });
}

// An erasure ends before, or waits.
async function lockSender(client: PoolClient, operationId: string, participantId: string): Promise<boolean> {
  const { rows } = await client.query<{ is_erased: boolean }>(
    `SELECT restricted_at IS NOT NULL OR erased_at IS NOT NULL AS is_erased
       FROM participant WHERE operation_id = $1 AND id = $2 FOR SHARE`,
    [operationId, participantId],
  );
  if (rows[0]?.is_erased) throw new DomainError("DATA_ERASED", "who complains asked to be forgotten");
  return rows.length === 1;
}

/**
 * Records a step of a complaint that nobody else changes meanwhile. One transaction with its audit event.
 *
 * @param check - Throws what the complaint, as it stands, refuses.
 * @returns False when the operation has no such complaint.
 * @throws {DomainError} DATA_ERASED when its sender asked to be forgotten; whatever `check` throws.
 */
export async function insertComplaintStep(
  operationId: AuthorizedOperationId,
  actor: Actor,
  complaintId: string,
  step: { readonly move: ComplaintMove; readonly day: CivilDate; readonly note: string | null },
  check: (complaint: ComplaintRow) => void,
): Promise<boolean> {
  return inTransaction(async (client) => {
    await client.query("SELECT FROM complaint WHERE operation_id = $1 AND id = $2 FOR UPDATE", [
      operationId,
      complaintId,
    ]);
    const complaint = await findComplaint(operationId, complaintId);
    if (!complaint) return false;
    if (complaint.isErased) throw new DomainError("DATA_ERASED", "who complains asked to be forgotten");
    check(complaint);
    const { move, day, note } = step;
    await insertCorrespondenceEvent(client, operationId, actor, { complaintId }, { step: move, day, note });
    await insertAuditEventWith(client, {
      ...entryOf(operationId, actor, complaintId),
      action: "move.complaint",
      after: { move, day, hasNote: note !== null },
    });
    return true;
  });
}

const entryOf = (operationId: string, actor: Actor, complaintId: string) =>
  ({ operationId, actor, objectType: "complaint", objectId: complaintId }) as const;
