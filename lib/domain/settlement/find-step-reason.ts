import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import type { RuleReason, SettlementRule, StepReason } from "./settlement-rule";

/**
 * Why coefficients apply to a producer's energy at a step.
 *
 * @param rules - Of the period, one for each day at most.
 * @param stepMs - Start of the step. [ms since 1970-01-01T00:00:00Z]
 * @param producerId - Null: whatever the producer.
 * @returns Null when the rules do not speak of that day.
 */
export function findStepReason(
  rules: readonly SettlementRule[],
  stepMs: number,
  producerId: string | null,
): RuleReason | StepReason | null {
  const day = parisCivilDate(stepMs);
  const rule = rules.find(({ from, toExclusive }) => from <= day && day < toExclusive);
  const exception = rule?.exceptions?.find(
    (each) =>
      each.fromMs <= stepMs && stepMs < each.toMs && (each.producerId === null || each.producerId === producerId),
  );
  return exception?.reason ?? rule?.reason ?? null;
}
