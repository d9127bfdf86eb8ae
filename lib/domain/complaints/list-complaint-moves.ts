import type { ComplaintKind, ComplaintMove } from "./complaint";
import type { ComplaintState } from "./complaint-state";

const FROM: Readonly<Record<ComplaintState, readonly ComplaintMove[]>> = {
  received: ["answered", "concerns_dso", "closed"],
  to_forward: ["forwarded", "closed"],
  forwarded: ["completed", "answered", "closed"],
  with_dso: ["answered", "closed"],
  answered: ["closed"],
  closed: [],
};

/**
 * What can be done about a complaint where it stands, the usual next step first. A request on data has no file to complete.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 5.1.5 and 8.4.2.
 */
export function listComplaintMoves(state: ComplaintState, kind: ComplaintKind): readonly ComplaintMove[] {
  return kind === "complaint" ? FROM[state] : FROM[state].filter((move) => move !== "completed");
}
