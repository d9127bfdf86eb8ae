import type { Complaint, ComplaintMove } from "./complaint";

/** Where a complaint or a request on data stands. */
export type ComplaintState =
  /** About what the organiser itself decides or holds: it alone answers. */
  | "received"
  /** About the DSO, which has not been told yet. */
  | "to_forward"
  /** The DSO has it; of a complaint, without all it needs to look into it. */
  | "forwarded"
  /** The DSO has all it needs: its time to answer runs. */
  | "with_dso"
  | "answered"
  | "closed";

const AFTER: Readonly<Record<ComplaintMove, ComplaintState>> = {
  concerns_dso: "to_forward",
  forwarded: "forwarded",
  completed: "with_dso",
  answered: "answered",
  closed: "closed",
};

/**
 * The state a complaint's last step left it in.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 5.1.5.
 */
export function complaintState({ concernsDso, steps }: Pick<Complaint, "concernsDso" | "steps">): ComplaintState {
  const last = steps.at(-1);
  if (last) return AFTER[last.move];
  return concernsDso ? "to_forward" : "received";
}
