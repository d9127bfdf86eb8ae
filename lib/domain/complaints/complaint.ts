import type { CivilDate } from "@/lib/domain/time/civil-date";

/** What arrived: a complaint (art. 5.1.5), or a participant's request to read or put right his data (art. 8.4.2). */
export type ComplaintKind = "complaint" | "data_request";

/** What can be done about a complaint or a request. */
export type ComplaintMove =
  /** It is found to put the DSO in question, or to be about data the DSO holds, after all. */
  | "concerns_dso"
  /** It is sent to the DSO. */
  | "forwarded"
  /** The DSO has everything it needs to look into it: of a complaint only. */
  | "completed"
  /** Whoever answers for it has answered who complains. */
  | "answered"
  | "closed";

/** A complaint or a request as it arrived, and what was done about it since. */
export type Complaint = {
  readonly kind: ComplaintKind;
  readonly receivedDay: CivilDate;
  /** The DSO's responsibility is put in question, or it holds the data, as it was judged on arrival. */
  readonly concernsDso: boolean;
  /** In the order they were recorded. */
  readonly steps: readonly { readonly move: ComplaintMove; readonly day: CivilDate }[];
};
