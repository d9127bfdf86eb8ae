import type { CivilDate } from "@/lib/domain/time/civil-date";

/** What can be done about a complaint. */
export type ComplaintMove =
  /** It is found to put the DSO in question after all. */
  | "concerns_dso"
  /** It is sent to the DSO. */
  | "forwarded"
  /** The DSO has everything it needs to look into it. */
  | "completed"
  /** Whoever answers for it has answered who complains. */
  | "answered"
  | "closed";

/** A complaint as it arrived, and what was done about it since. */
export type Complaint = {
  readonly receivedDay: CivilDate;
  /** The DSO's responsibility is put in question, as it was judged on arrival. */
  readonly concernsDso: boolean;
  /** In the order they were recorded. */
  readonly steps: readonly { readonly move: ComplaintMove; readonly day: CivilDate }[];
};
