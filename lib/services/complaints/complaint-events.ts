import { type ComplaintRow, toComplaint } from "@/lib/data/complaints";
import { listComplaintDuties } from "@/lib/domain/complaints/list-complaint-duties";
import type { DeadlineEvent } from "@/lib/domain/deadlines/deadline";

/** The deadlines a complaint gives rise to; its subject, in somebody's own words, may name a person. */
export function complaintEvents(row: ComplaintRow): readonly DeadlineEvent[] {
  return listComplaintDuties(toComplaint(row)).map((duty) => ({
    ...duty,
    operationId: row.operationId,
    subject: { id: row.id, text: row.subject, namesPerson: true },
    path: `/echeances/reclamations/${row.id}`,
  }));
}
