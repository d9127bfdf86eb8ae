import "server-only";
import { listComplaintsBy, toComplaint } from "@/lib/data/complaints";
import type { Actor, OwnParticipant } from "@/lib/data/scope";
import type { ComplaintKind } from "@/lib/domain/complaints/complaint";
import { type ComplaintState, complaintState } from "@/lib/domain/complaints/complaint-state";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { takeAttempt } from "@/lib/services/accounts/take-attempt";
import { recordComplaint } from "@/lib/services/complaints/record-complaint";
import { onOwnBehalf } from "./on-own-behalf";

/** What a participant wrote, where it stands, and what he was answered. */
export type OwnComplaint = {
  readonly id: string;
  readonly kind: ComplaintKind;
  readonly receivedDay: CivilDate;
  readonly subject: string;
  readonly text: string;
  readonly state: ComplaintState;
  /** Oldest first; the notes of other steps are the organiser's own. */
  readonly answers: readonly { readonly day: CivilDate; readonly note: string | null }[];
};

/** His own complaints, latest first. */
export async function readOwnComplaints(own: OwnParticipant): Promise<readonly OwnComplaint[]> {
  const rows = await listComplaintsBy(onOwnBehalf(own), own.participantId);
  return rows.map((row) => ({
    ...{ id: row.id, kind: row.kind, receivedDay: row.receivedDay, subject: row.subject, text: row.text },
    state: complaintState(toComplaint(row)),
    answers: row.events.flatMap(({ step, day, note }) => (step === "answered" ? [{ day, note }] : [])),
  }));
}

/**
 * Puts what he writes into the register of the operation, received the day he writes it. Whether the operator is put in
 * question is the organiser's to judge.
 *
 * @throws {DomainError} DATA_ERASED when he asked to be forgotten, TOO_MANY_ATTEMPTS for an account that writes too often.
 * @see Convention Enedis-FOR-CF_01E, art. 5.1.5.
 */
export async function writeOwnComplaint(
  own: OwnParticipant,
  actor: Actor,
  complaint: { readonly kind: ComplaintKind; readonly subject: string; readonly text: string },
  { today, headers }: { readonly today: CivilDate; readonly headers: Headers },
): Promise<string> {
  await takeAttempt("own_complaint", { account: actor.userId ?? undefined, headers });
  const { kind, subject, text } = complaint;
  return recordComplaint(
    onOwnBehalf(own),
    actor,
    {
      ...{ kind, subject, text },
      receivedDay: today,
      participantId: own.participantId,
      senderName: null,
      concernsDso: false,
    },
    today,
  );
}
