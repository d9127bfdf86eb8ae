import "server-only";
import { type DeliveryDay, writeDeliveries } from "@/lib/data/coefficient-delivery-writing";
import type { Actor } from "@/lib/data/scope";
import { type CountedCurves, countCurves } from "@/lib/domain/coefficients/count-curves";
import type { KeyRule, MadeCoefficients } from "@/lib/domain/coefficients/key-rule";
import type { UnitPpm } from "@/lib/domain/coefficients/key-version";
import { makeCoefficients } from "@/lib/domain/coefficients/make-coefficients";
import { makeProducerCoefficients } from "@/lib/domain/coefficients/make-producer-coefficients";
import { splitDeliveryDays } from "@/lib/domain/coefficients/split-delivery-days";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
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
 * Full dynamic, each producer shares its energy by the same rule, in the order of the perimeter: the second sees what the
 * first one's consumers still need.
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
  const curves = countCurves(input);
  const making = { ...curves, axis: input.axis, unitPpm };
  const made =
    key.kind === "dynamic_full"
      ? makeProducerCoefficients(
          curves.injectionWh.map((productionWh) => ({ rule, productionWh })),
          making,
        )
      : [makeCoefficients(rule, making)];
  const deliveryId = await writeDeliveries(operation.id, actor, (writing) =>
    writing.insertDraft({
      keyId: key.id,
      kind: key.kind,
      channel: key.kind === "dynamic_full" ? "api" : "file",
      period,
      stepMinutes,
      unitPpm,
      rule,
      fileName: null,
      problems: [],
      days: listDays(input.axis, curves, made, key.kind),
    }),
  );
  return { deliveryId, missingSteps: countMissing(made, input.axis.length) };
}

function* listDays(
  axis: TimeAxis,
  { consumerIds, producerIds }: CountedCurves,
  made: readonly MadeCoefficients[],
  kind: "dynamic_simple" | "dynamic_full",
): Generator<DeliveryDay> {
  for (const [i, each] of made.entries()) {
    const producer = kind === "dynamic_full" ? { producerId: producerIds[i] ?? "" } : {};
    for (const day of splitDeliveryDays(axis, consumerIds, each)) yield { ...day, ...producer };
  }
}

// Of any producer.
function countMissing(made: readonly MadeCoefficients[], steps: number): number {
  let count = 0;
  for (let t = 0; t < steps; t += 1) if (made.some(({ missingSteps }) => missingSteps[t] === 1)) count += 1;
  return count;
}
