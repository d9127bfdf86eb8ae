import "server-only";
import { writeDeliveries } from "@/lib/data/coefficient-delivery-writing";
import type { Actor } from "@/lib/data/scope";
import { countCurves } from "@/lib/domain/coefficients/count-curves";
import type { KeyRule } from "@/lib/domain/coefficients/key-rule";
import type { UnitPpm } from "@/lib/domain/coefficients/key-version";
import { makeCoefficients } from "@/lib/domain/coefficients/make-coefficients";
import { splitDeliveryDays } from "@/lib/domain/coefficients/split-delivery-days";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { readSettlementInput } from "@/lib/services/read-settlement-input";
import { type NamedOperation, requireMonthPeriod } from "./find-month-period";

export type MonthKeyMaking = {
  /** First day of the period. */
  readonly from: CivilDate;
  readonly rule: Exclude<KeyRule, { readonly kind: "file" }>;
  readonly unitPpm: UnitPpm;
};

/**
 * Makes the dynamic key of a period that is over from its measures, and keeps it as a draft.
 *
 * Measures are those the settlement counts, gaps corrected by art. 5.2.3. A step that the rule cannot make without a
 * missing one has no coefficient, and is counted.
 *
 * @param day - Today.
 * @throws {DomainError} as `requireMonthPeriod` and `makeCoefficients` do; NO_PRODUCER_OR_CONSUMER.
 * @see Convention Enedis-FOR-CF_01E, art. 4.4.
 */
export async function makeMonthKey(
  operation: NamedOperation,
  actor: Actor,
  { from, rule, unitPpm }: MonthKeyMaking,
  day: CivilDate,
): Promise<{ readonly deliveryId: string; readonly missingSteps: number }> {
  const { period, key } = await requireMonthPeriod(operation, from, day);
  const { stepMinutes } = operation.sheet;
  const input = await readSettlementInput(operation.id, period, stepMinutes);
  if (input.producers.length === 0 || input.consumers.length === 0) {
    throw new DomainError("NO_PRODUCER_OR_CONSUMER", "there is nothing to share in this period");
  }
  const { consumerIds, withdrawalWh, productionWh } = countCurves(input);
  const { axis } = input;
  const made = makeCoefficients(rule, { axis, consumerIds, withdrawalWh, productionWh, unitPpm });
  const deliveryId = await writeDeliveries(operation.id, actor, (writing) =>
    writing.insertDraft({
      keyId: key.id,
      kind: "dynamic_simple",
      channel: "file",
      period,
      stepMinutes,
      unitPpm,
      rule,
      fileName: null,
      problems: [],
      days: splitDeliveryDays(axis, consumerIds, made),
    }),
  );
  return { deliveryId, missingSteps: made.missingCount };
}
