import "server-only";
import { type ComplaintRow, findComplaint, isComplaintStep, listComplaints, toComplaint } from "@/lib/data/complaints";
import type { CorrespondenceEventRow } from "@/lib/data/correspondence-events";
import type { ListPage } from "@/lib/data/list-page";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { ComplaintMove } from "@/lib/domain/complaints/complaint";
import { type ComplaintState, complaintState } from "@/lib/domain/complaints/complaint-state";
import type { Deadline } from "@/lib/domain/deadlines/deadline";
import { deriveDeadline } from "@/lib/domain/deadlines/derive-deadline";
import type { HolidayRegion } from "@/lib/domain/deadlines/holiday-region";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { hideWords } from "@/lib/services/correspondence/hide-words";
import { type CutPage, cutPage } from "@/lib/services/cut-page";
import { hideSubject } from "@/lib/services/deadlines/hide-subject";
import { complaintEvents } from "./complaint-events";

/** An operation whose working days are counted. */
export type DatedOperation = {
  readonly id: AuthorizedOperationId;
  readonly sheet: { readonly holidayRegion: HolidayRegion };
};

/** The same as somebody reads it. */
export type ReadOperation = DatedOperation & {
  /** Whether he may read what is said of people, and the PRM of residents. */
  readonly mayReadWords: boolean;
};

type Words = "participantId" | "senderName" | "subject" | "text";

/** A complaint with where it stands and the delay that runs; its words are null for who may not read them. */
export type ReadComplaint = Omit<ComplaintRow, Words> & {
  readonly participantId: string | null;
  readonly senderName: string | null;
  readonly subject: string | null;
  readonly text: string | null;
  readonly state: ComplaintState;
  /** The delay that runs; null: none does. */
  readonly deadline: Deadline | null;
  /** Its events, known to be steps of a complaint; oldest first. */
  readonly steps: readonly (CorrespondenceEventRow & { readonly step: ComplaintMove | "document" })[];
};

/** A page of the complaints of an operation, latest first, as they stand on a day. */
export async function readComplaints(
  operation: ReadOperation,
  today: CivilDate,
  { before, limit }: ListPage,
): Promise<CutPage<ReadComplaint>> {
  const found = await listComplaints(operation.id, { before, limit: limit + 1 });
  const { rows, next } = cutPage(found, limit);
  return { rows: rows.map((row) => judge(row, today, operation)), next };
}

/** One complaint; null when the operation has none of this id. */
export async function readComplaint(
  operation: ReadOperation,
  complaintId: string,
  today: CivilDate,
): Promise<ReadComplaint | null> {
  const row = await findComplaint(operation.id, complaintId);
  return row && judge(row, today, operation);
}

function judge(row: ComplaintRow, today: CivilDate, { sheet, mayReadWords }: ReadOperation): ReadComplaint {
  const running = complaintEvents(row).find(({ doneOn }) => doneOn === null);
  const region = sheet.holidayRegion;
  const deadline = running ? deriveDeadline(running, today, region) : null;
  const events = mayReadWords ? row.events : row.events.map(hideWords);
  return {
    ...row,
    ...(!mayReadWords && NO_WORDS),
    events,
    steps: events.flatMap((event) => {
      const { step } = event;
      return isComplaintStep(step) ? [{ ...event, step }] : [];
    }),
    state: complaintState(toComplaint(row)),
    deadline: deadline && (mayReadWords ? deadline : hideSubject(deadline)),
  };
}

const NO_WORDS = { participantId: null, senderName: null, subject: null, text: null } as const;
