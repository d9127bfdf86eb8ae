/** Where a request to the DSO stands. */
export const REQUEST_STATES = [
  /** Being written. */
  "draft",
  /** With the DSO, which has not answered. */
  "sent",
  /** The DSO said from which day on it holds. */
  "accepted",
  /** The DSO said what to mend. */
  "anomaly",
  /** Registry, coefficients and convention are as it asks. */
  "in_effect",
  /** Given up before it took effect. */
  "withdrawn",
] as const;

export type RequestState = (typeof REQUEST_STATES)[number];
