import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import type { RuleReason, SettlementRule, StepReason } from "./settlement-rule";

/** Steps of a day over which the same coefficients applied for the same reason. */
export type DayRule = {
  /** First step. [ms since 1970-01-01T00:00:00Z] */
  readonly fromMs: number;
  /** Start of the first step that it does not concern. [ms since 1970-01-01T00:00:00Z] */
  readonly toMs: number;
  /** Null: whatever the producer. */
  readonly producerId: string | null;
  /** `surplus`: the producer's energy was not shared. */
  readonly applied: CoefficientKind | "surplus";
  readonly reason: RuleReason | StepReason;
  readonly articles: readonly string[];
};

/** Of a faulty step. */
const STEP_ARTICLES = ["4.4"];

/**
 * Which coefficients applied at each step of a day, and why: what answers « why did this half-hour use the default key? ».
 *
 * @param rule - That of the day.
 * @param axis - Of the day.
 * @returns In the order of time. At a step that one producer's fault takes out of the rule, the line of that producer
 *   stands beside that of the others.
 */
export function listDayRules(rule: SettlementRule, { startMs, stepMinutes, length }: TimeAxis): readonly DayRule[] {
  const endMs = startMs + length * stepMinutes * 60_000;
  const inside = (rule.exceptions ?? [])
    .filter(({ fromMs, toMs }) => fromMs < endMs && toMs > startMs)
    .map((exception) => ({
      ...exception,
      fromMs: Math.max(exception.fromMs, startMs),
      toMs: Math.min(exception.toMs, endMs),
    }));
  const faulty = inside.map(({ reason, ...steps }): DayRule => {
    const applied = reason === "step_faulty" ? "default" : "surplus";
    return { ...steps, applied, reason, articles: STEP_ARTICLES };
  });
  const base = { producerId: null, applied: rule.appliedKind, reason: rule.reason, articles: rule.articles };
  const lines: DayRule[] = [...faulty];
  let fromMs = startMs;
  for (const exception of inside.filter(({ producerId }) => producerId === null)) {
    if (exception.fromMs > fromMs) lines.push({ ...base, fromMs, toMs: exception.fromMs });
    fromMs = exception.toMs;
  }
  if (fromMs < endMs) lines.push({ ...base, fromMs, toMs: endMs });
  return lines.sort((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs);
}
