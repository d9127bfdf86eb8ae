import type { Duty } from "@/lib/domain/correspondence/duty";
import type { Complaint, ComplaintMove } from "./complaint";

/**
 * What the convention makes of a complaint: the organiser forwards it from its reception on, the DSO answers from the day
 * it has all it needs. A request on data that the DSO holds is forwarded at once; no text says by when the DSO answers it. There
 * is no delay either for what the organiser itself answers, nor for completing a file. What is closed leaves nothing to do.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 5.1.5 and 8.4.2.
 */
export function listComplaintDuties(complaint: Complaint): readonly Duty[] {
  const dayOf = (move: ComplaintMove) => complaint.steps.find((step) => step.move === move)?.day ?? null;
  const closed = dayOf("closed");
  const completed = dayOf("completed");
  const duties: Duty[] = [];
  if (complaint.concernsDso || dayOf("concerns_dso") !== null) {
    const doneOn = dayOf("forwarded") ?? closed;
    const rule = complaint.kind === "complaint" ? "complaint-forward" : "data-request";
    duties.push({ rule, anchorDay: complaint.receivedDay, doneOn });
  }
  if (completed !== null) {
    duties.push({ rule: "complaint-answer", anchorDay: completed, doneOn: dayOf("answered") ?? closed });
  }
  return duties;
}
