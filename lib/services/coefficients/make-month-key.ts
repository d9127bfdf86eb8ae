import "server-only";
import { type DeliveryDay, type NewDelivery, writeDeliveries } from "@/lib/data/coefficient-delivery-writing";
import type { Actor } from "@/lib/data/scope";
import { type CountedCurves, countCurves } from "@/lib/domain/coefficients/count-curves";
import type { MadeCoefficients, MakingRule, RuleByProducer } from "@/lib/domain/coefficients/key-rule";
import type { UnitPpm } from "@/lib/domain/coefficients/key-version";
import { makeCoefficients } from "@/lib/domain/coefficients/make-coefficients";
import { makeProducerCoefficients, type ProducerRule } from "@/lib/domain/coefficients/make-producer-coefficients";
import { splitDeliveryDays } from "@/lib/domain/coefficients/split-delivery-days";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { readSettlementInput } from "@/lib/services/read-settlement-input";
import { type NamedOperation, requireMonthPeriod } from "./find-month-period";

export type MonthKeyMaking = {
  /** First day of the period. */
  readonly from: CivilDate;
  /** By producer for a full dynamic key only; one rule then holds for each of them, in the order of the perimeter. */
  readonly rule: MakingRule | RuleByProducer;
  readonly unitPpm: UnitPpm;
  /** How it is to travel, by file unless said otherwise; a full dynamic key always goes through the interface. */
  readonly channel?: NewDelivery["channel"];
};

/**
 * Makes the dynamic key of a period that is over from its measures, and keeps it as a draft.
 *
 * Measures are those the settlement counts, gaps corrected by art. 5.2.3. A step that the rule cannot make without a
 * missing one has no coefficient, and is counted.
 *
 * @param day - Today.
 * @returns `missingSteps` counts steps, of each producer when full dynamic.
 * @throws {DomainError} as `requireMonthPeriod` and `makeProducerCoefficients` do; NO_PRODUCER_OR_CONSUMER;
 *   PRODUCERS_MISMATCH unless rules by producer are for a full dynamic key, one for each producer of the period.
 * @see Convention Enedis-FOR-CF_01E, art. 4.4, 11.5.1 and 11.7.3.
 */
export async function makeMonthKey(
  operation: NamedOperation,
  actor: Actor,
  { from, rule, unitPpm, channel = "file" }: MonthKeyMaking,
  day: CivilDate,
): Promise<{ readonly deliveryId: string; readonly missingSteps: number }> {
  const { period, key } = await requireMonthPeriod(operation, from, day);
  const { stepMinutes } = operation.sheet;
  const input = await readSettlementInput(operation.id, period, stepMinutes);
  if (input.producers.length === 0 || input.consumers.length === 0) {
    throw new DomainError("NO_PRODUCER_OR_CONSUMER", "there is nothing to share in this period");
  }
  const curves = countCurves(input);
  const tables =
    key.kind === "dynamic_full"
      ? makeFull(rule, curves, input.axis, unitPpm)
      : makeSimple(rule, curves, input.axis, unitPpm);
  const deliveryId = await writeDeliveries(operation.id, actor, (writing) =>
    writing.insertDraft({
      keyId: key.id,
      kind: key.kind,
      channel: key.kind === "dynamic_full" ? "api" : channel,
      period,
      stepMinutes,
      unitPpm,
      rule,
      fileName: null,
      problems: [],
      days: listDays(input.axis, curves.consumerIds, tables),
    }),
  );
  return { deliveryId, missingSteps: tables.reduce((count, { made }) => count + made.missingCount, 0) };
}

type MadeTable = { readonly producerId?: string; readonly made: MadeCoefficients };

function makeSimple(
  rule: MonthKeyMaking["rule"],
  { consumerIds, withdrawalWh, productionWh }: CountedCurves,
  axis: TimeAxis,
  unitPpm: UnitPpm,
): readonly MadeTable[] {
  if (rule.kind === "by_producer")
    throw new DomainError("PRODUCERS_MISMATCH", "the key is the same for every producer");
  return [{ made: makeCoefficients(rule, { axis, consumerIds, withdrawalWh, productionWh, unitPpm }) }];
}

function makeFull(
  rule: MonthKeyMaking["rule"],
  { consumerIds, withdrawalWh, producers }: CountedCurves,
  axis: TimeAxis,
  unitPpm: UnitPpm,
): readonly MadeTable[] {
  const asked =
    rule.kind === "by_producer" ? rule.producers : producers.map(({ producerId }) => ({ producerId, rule }));
  const named = new Set(asked.map(({ producerId }) => producerId));
  const curveOf = new Map(producers.map(({ producerId, productionWh }) => [producerId, productionWh]));
  const rules = asked.flatMap(({ producerId, rule: own }): readonly ProducerRule[] => {
    const productionWh = curveOf.get(producerId);
    return productionWh ? [{ rule: own, productionWh }] : [];
  });
  if (rules.length !== producers.length || named.size !== asked.length || rules.length !== asked.length) {
    throw new DomainError("PRODUCERS_MISMATCH", "not one rule for each producer of the period");
  }
  const made = makeProducerCoefficients(rules, { axis, consumerIds, withdrawalWh, unitPpm });
  return asked.map(({ producerId }, place) => ({ producerId, made: made[place] as MadeCoefficients }));
}

function* listDays(
  axis: TimeAxis,
  consumerIds: readonly string[],
  tables: readonly MadeTable[],
): Generator<DeliveryDay> {
  for (const { made, ...producer } of tables) {
    for (const each of splitDeliveryDays(axis, consumerIds, made)) yield { ...each, ...producer };
  }
}
