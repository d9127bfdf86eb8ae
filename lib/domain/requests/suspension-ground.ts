/**
 * Why the convention may be suspended. Safety is the DSO's alone to invoke.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 8.6.1.
 */
export const SUSPENSION_GROUNDS = [
  /** Flows without a balance responsible party. */
  "no_balance_party",
  /** A consumer without a producer, or a producer without a consumer. */
  "lone_participant",
  "confidentiality",
  "force_majeure",
] as const;

export type SuspensionGround = (typeof SUSPENSION_GROUNDS)[number];
