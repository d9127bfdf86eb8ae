import type { ComplaintMove } from "./complaint";
import type { ComplaintState } from "./complaint-state";

const FROM: Readonly<Record<ComplaintState, readonly ComplaintMove[]>> = {
  received: ["answered", "concerns_dso", "closed"],
  to_forward: ["forwarded", "closed"],
  forwarded: ["completed", "answered", "closed"],
  with_dso: ["answered", "closed"],
  answered: ["closed"],
  closed: [],
};

/** What can be done about a complaint where it stands, the usual next step first. */
export function listComplaintMoves(state: ComplaintState): readonly ComplaintMove[] {
  return FROM[state];
}
