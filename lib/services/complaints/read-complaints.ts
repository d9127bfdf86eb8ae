import "server-only";
import { type ComplaintRow, findComplaint, isComplaintStep, listComplaints, toComplaint } from "@/lib/data/complaints";
import type { CorrespondenceEventRow } from "@/lib/data/correspondence-events";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { ComplaintMove } from "@/lib/domain/complaints/complaint";
import { type ComplaintState, complaintState } from "@/lib/domain/complaints/complaint-state";
import type { Deadline } from "@/lib/domain/deadlines/deadline";
import { deriveDeadline } from "@/lib/domain/deadlines/derive-deadline";
import type { HolidayRegion } from "@/lib/domain/deadlines/holiday-region";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { complaintEvents } from "./complaint-events";

/** An operation whose working days are counted. */
export type DatedOperation = {
  readonly id: AuthorizedOperationId;
  readonly sheet: { readonly holidayRegion: HolidayRegion };
};

/** A complaint with where it stands and the delay that runs; null: none does. */
export type ReadComplaint = ComplaintRow & {
  readonly state: ComplaintState;
  readonly deadline: Deadline | null;
  /** Its events, known to be steps of a complaint; oldest first. */
  readonly steps: readonly (CorrespondenceEventRow & { readonly step: ComplaintMove | "document" })[];
};

/** The complaints of an operation, latest first, as they stand on a day. */
export async function readComplaints(
  { id, sheet }: DatedOperation,
  today: CivilDate,
): Promise<readonly ReadComplaint[]> {
  return (await listComplaints([id])).map((row) => judge(row, today, sheet.holidayRegion));
}

/** One complaint; null when the operation has none of this id. */
export async function readComplaint(
  { id, sheet }: DatedOperation,
  complaintId: string,
  today: CivilDate,
): Promise<ReadComplaint | null> {
  const row = await findComplaint(id, complaintId);
  return row && judge(row, today, sheet.holidayRegion);
}

function judge(row: ComplaintRow, today: CivilDate, region: HolidayRegion): ReadComplaint {
  const running = complaintEvents(row).find(({ doneOn }) => doneOn === null);
  return {
    ...row,
    steps: row.events.flatMap((event) => {
      const { step } = event;
      return isComplaintStep(step) ? [{ ...event, step }] : [];
    }),
    state: complaintState(toComplaint(row)),
    deadline: running ? deriveDeadline(running, today, region) : null,
  };
}
