import type { Duty } from "@/lib/domain/correspondence/duty";
import type { Complaint, ComplaintMove } from "./complaint";

/**
 * What the convention makes of a complaint: the organiser forwards it from its reception on, the DSO answers from the day
 * it has all it needs. It sets no delay for what the organiser itself answers, nor for completing a file. A complaint that
 * is closed leaves nothing to do.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 5.1.5.
 */
export function listComplaintDuties(complaint: Complaint): readonly Duty[] {
  const dayOf = (move: ComplaintMove) => complaint.steps.find((step) => step.move === move)?.day ?? null;
  const closed = dayOf("closed");
  const completed = dayOf("completed");
  const duties: Duty[] = [];
  if (complaint.concernsDso || dayOf("concerns_dso") !== null) {
    const doneOn = dayOf("forwarded") ?? closed;
    duties.push({ rule: "complaint-forward", anchorDay: complaint.receivedDay, doneOn });
  }
  if (completed !== null) {
    duties.push({ rule: "complaint-answer", anchorDay: completed, doneOn: dayOf("answered") ?? closed });
  }
  return duties;
}
