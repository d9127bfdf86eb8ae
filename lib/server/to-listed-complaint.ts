import "server-only";
import type { ReadComplaint } from "@/lib/services/complaints/read-complaints";

/** A complaint as the API lists it: nobody's words but its subject. */
export function toListedComplaint({
  id,
  kind,
  receivedDay,
  participantId,
  subject,
  concernsDso,
  state,
  deadline,
}: ReadComplaint) {
  const running = deadline && { rule: deadline.rule, actor: deadline.actor, dueDay: deadline.dueDay };
  return { id, kind, receivedDay, participantId, subject, concernsDso, state, deadline: running };
}
