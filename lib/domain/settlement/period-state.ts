/** Where a settlement period stands. */
export type PeriodState =
  /** Not begun yet. */
  | "to_come"
  /** Begun, not over yet. */
  | "running"
  /** Over; it had no producer or no consumer (art. 8.6). */
  | "no_perimeter"
  /** Over; values are missing that no rule can correct. */
  | "waiting"
  /** Over, complete or correctable. */
  | "ready"
  | "settled"
  /** Settled, but measures, key or perimeter have changed since. */
  | "to_recompute"
  /** Settled and frozen: whatever changes, its result stands until it is reopened. */
  | "closed";
