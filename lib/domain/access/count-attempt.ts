import type { AttemptRule } from "./attempt-rule";

/** What is remembered of earlier tries. */
export type AttemptCount = {
  readonly count: number;
  /** Before this instant nothing more is tried. [ms] */
  readonly openAtMs: number;
  /** From this instant on nothing of it counts. [ms] */
  readonly forgetAtMs: number;
};

/**
 * Counts one more try.
 *
 * A refused try is not counted: the wait ends by itself, however often somebody knocks meanwhile.
 *
 * @param earlier - Null: never tried.
 * @returns What to remember, or how long to wait. [ms]
 */
export function countAttempt(
  earlier: AttemptCount | null,
  rule: AttemptRule,
  nowMs: number,
): { readonly waitMs: 0; readonly next: AttemptCount } | { readonly waitMs: number; readonly next: null } {
  const known = earlier !== null && nowMs < earlier.forgetAtMs ? earlier : null;
  if (known && nowMs < known.openAtMs) return { waitMs: known.openAtMs - nowMs, next: null };
  const count = (known?.count ?? 0) + 1;
  const steps = count - rule.free;
  const wait = steps < 0 ? 0 : (rule.waits[Math.min(steps, rule.waits.length - 1)] ?? rule.waits[0]);
  return { waitMs: 0, next: { count, openAtMs: nowMs + wait * 1000, forgetAtMs: nowMs + rule.memory * 1000 } };
}
