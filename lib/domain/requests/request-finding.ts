/** What the DSO would refuse. */
export const BLOCKING_FINDINGS = [
  /** Nobody enters or leaves. */
  "no_move",
  "already_in",
  "already_out",
  /** A storage unit takes part in both roles. */
  "half_storage",
  /** Another operation holds the PRM (art. 2). */
  "held_elsewhere",
  /** Its holder asked to be forgotten. */
  "holder_erased",
  /** The coefficients of every consumer come with the request (art. 3.2.1, 4.3). */
  "no_coefficients",
  /** A share of somebody who does not consume on the day. */
  "share_of_outsider",
  "above_whole",
  /** The kind asked for is the one that applies already. */
  "same_kind",
  /** Static values while the coefficients are of another kind. */
  "not_static",
] as const;

/** What is to be known before it is sent. */
export const ADVISORY_FINDINGS = [
  "no_share",
  "share_left",
  "not_announced",
  /** Art. 8.6: the convention may then be suspended. */
  "lone_participant",
  /** Art. 5.1.1 and 5.1.4. */
  "consent_missing",
  "not_eligible",
] as const;

export type RequestFindingCode = (typeof BLOCKING_FINDINGS)[number] | (typeof ADVISORY_FINDINGS)[number];

/** One thing the check of a request found. */
export type RequestFinding = {
  readonly code: RequestFindingCode;
  readonly isBlocking: boolean;
  /** Whom it is about; empty: the request as a whole. */
  readonly meteringPointIds: readonly string[];
};
