import "server-only";
import type { Complaint, ComplaintKind } from "@/lib/domain/complaints/complaint";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { type CorrespondenceEventRow, eventsOf, hasStepSince } from "./correspondence-events";
import { type ListPage, pageOf } from "./list-page";
import { pool } from "./pg";
import { isNameRestricted, RESTRICTED_NAME } from "./restricted-name";
import type { AuthorizedOperationId } from "./scope";

/** A complaint with its history. */
export type ComplaintRow = {
  readonly operationId: string;
  readonly id: string;
  readonly kind: ComplaintKind;
  readonly receivedDay: CivilDate;
  readonly concernsDso: boolean;
  readonly participantId: string | null;
  /** The participant's name, or that of whoever else complains; null when nobody said who. */
  readonly senderName: string | null;
  /** Erasure was asked for: nothing is written on it any more, and its words are in no list. */
  readonly isErased: boolean;
  readonly subject: string;
  readonly text: string;
  /** Oldest first. */
  readonly events: readonly CorrespondenceEventRow[];
};

type StoredComplaint = Omit<ComplaintRow, "isErased"> & {
  readonly participantName: string | null;
  readonly restrictedAt: Date | null;
  readonly erasedAt: Date | null;
};

const COMPLAINT = `SELECT c.operation_id::text AS "operationId", c.id, c.kind, c.received_day::text AS "receivedDay",
         c.concerns_dso AS "concernsDso", c.participant_id AS "participantId", c.sender_name AS "senderName",
         c.subject, c.text, p.name AS "participantName", p.restricted_at AS "restrictedAt", p.erased_at AS "erasedAt",
         ${eventsOf("complaint_id")} AS events
    FROM complaint c LEFT JOIN participant p ON p.operation_id = c.operation_id AND p.id = c.participant_id`;

/** A page of the complaints of an operation, latest first. */
export async function listComplaints(
  operationId: AuthorizedOperationId,
  { before, limit }: ListPage,
): Promise<readonly ComplaintRow[]> {
  const { rows } = await pool.query<StoredComplaint>(`${COMPLAINT} ${pageOf("complaint", "received_day")}`, [
    operationId,
    before,
    limit,
  ]);
  return rows.map(toRow);
}

/** The complaints of some operations that are not closed, or to which something happened on a day or after it. */
export async function listWatchedComplaints(
  operationIds: readonly AuthorizedOperationId[],
  since: CivilDate,
): Promise<readonly ComplaintRow[]> {
  const { rows } = await pool.query<StoredComplaint>(
    `${COMPLAINT} WHERE c.operation_id = ANY($1::uuid[])
       AND (${hasStepSince("complaint_id")}
            OR NOT EXISTS (SELECT FROM correspondence_event e
                            WHERE e.operation_id = c.operation_id AND e.complaint_id = c.id AND e.step = 'closed'))
     ORDER BY c.received_day DESC, c.created_at DESC`,
    [operationIds, since],
  );
  return rows.map(toRow);
}

/** What a participant complained of, latest first, in full even once he asked to be forgotten. */
export async function listComplaintsBy(
  operationId: AuthorizedOperationId,
  participantId: string,
): Promise<readonly ComplaintRow[]> {
  const { rows } = await pool.query<StoredComplaint>(
    `${COMPLAINT} WHERE c.operation_id = $1 AND c.participant_id = $2 ORDER BY c.received_day DESC, c.created_at DESC`,
    [operationId, participantId],
  );
  return rows.map((row) => toRow({ ...row, restrictedAt: null }));
}

/** One complaint; null when the operation has none of this id. */
export async function findComplaint(
  operationId: AuthorizedOperationId,
  complaintId: string,
): Promise<ComplaintRow | null> {
  const { rows } = await pool.query<StoredComplaint>(`${COMPLAINT} WHERE c.operation_id = $1 AND c.id = $2`, [
    operationId,
    complaintId,
  ]);
  const [row] = rows;
  return row ? toRow(row) : null;
}

/** A complaint as the rules of the domain read it: joined papers are no step. */
export function toComplaint({
  kind,
  receivedDay,
  concernsDso,
  events,
}: Pick<ComplaintRow, "kind" | "receivedDay" | "concernsDso" | "events">): Complaint {
  const steps = events.flatMap(({ step, day }) => (isMove(step) ? [{ move: step, day }] : []));
  return { kind, receivedDay, concernsDso, steps };
}

const MOVES = ["concerns_dso", "forwarded", "completed", "answered", "closed"] as const;

/** Whether a step, or a joined paper, is of a complaint. */
export const isComplaintStep = (step: string): step is (typeof MOVES)[number] | "document" =>
  step === "document" || isMove(step);

const isMove = (step: string): step is (typeof MOVES)[number] => (MOVES as readonly string[]).includes(step);

function toRow({ participantName, restrictedAt, erasedAt, ...row }: StoredComplaint): ComplaintRow {
  const isErased = restrictedAt !== null || erasedAt !== null;
  const isHidden = isNameRestricted({ restrictedAt, erasedAt });
  const senderName = isHidden ? RESTRICTED_NAME : (participantName ?? row.senderName);
  if (!isHidden) return { ...row, senderName, isErased };
  const events = row.events.map((event) => ({ ...event, note: null, fileName: event.fileName && RESTRICTED_NAME }));
  return { ...row, senderName, isErased, subject: RESTRICTED_NAME, text: RESTRICTED_NAME, events };
}
