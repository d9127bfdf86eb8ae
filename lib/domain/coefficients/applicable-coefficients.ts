import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import type { Stretch } from "@/lib/domain/settlement/list-stretches";
import type { RuleReason, SettlementRule } from "@/lib/domain/settlement/settlement-rule";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { chooseDelivery, type NotifiedPeriod } from "./choose-delivery";
import type { Coefficients } from "./coefficients";
import type { Delivery } from "./delivery";
import { fallBackByStep } from "./fall-back-by-step";

/** What shares the energy of a stretch, and why. */
export type ApplicableCoefficients = {
  /** Consumers and producers in the order asked. */
  readonly coefficients: Coefficients;
  readonly rule: SettlementRule;
};

export type ApplicableQuestion = {
  readonly stretch: Stretch;
  /** Steps of the stretch. */
  readonly axis: TimeAxis;
  /** First step of the stretch, counted from that of the period. */
  readonly start: number;
  /** Every producer of the period, in the order wanted. */
  readonly producerIds: readonly string[];
  /** Every consumer of the period, in the order wanted. */
  readonly consumerIds: readonly string[];
  readonly notified: NotifiedPeriod;
};

const ARTICLES: Readonly<Record<RuleReason, readonly string[]>> = {
  static_values: ["4.1", "4.3"],
  default_chosen: ["4.1"],
  dynamic_values: ["4.1", "4.4"],
  dynamic_not_notified: ["4.1", "4.4"],
  dynamic_notified_late: ["4.1", "4.4"],
  dynamic_faulty: ["4.1", "4.4"],
  no_key: ["4.1"],
};

/**
 * Which coefficients apply at each step of a stretch and to each producer, and under which article.
 *
 * - Static: the values of the organiser. A PRM that is out has no share: what the key gave it becomes surplus and the
 *   others keep theirs (art. 3.2.2).
 * - Dynamic, nothing usable notified by the fourth working day after the anniversary: the default key for the whole
 *   period, see {@link chooseDelivery}.
 * - Dynamic through the interface: the default key at a faulty step; full dynamic, the energy of a producer whose step
 *   is faulty while others' are right is surplus.
 * - No key, or the default one: pro rata of withdrawal.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 4.1 to 4.4.
 */
export function applicableCoefficients(question: ApplicableQuestion): ApplicableCoefficients {
  const { stretch, consumerIds } = question;
  const { key } = stretch;
  if (!key) return { coefficients: { kind: "default" }, rule: ruleOf(stretch, "no_key", "default") };
  if (key.kind === "default") {
    return { coefficients: { kind: "default" }, rule: ruleOf(stretch, "default_chosen", "default") };
  }
  if (key.kind === "static") {
    const ppm = consumerIds.map((id) => key.ppmByConsumer.get(id) ?? 0);
    return { coefficients: { kind: "static", ppm }, rule: ruleOf(stretch, "static_values", "static") };
  }
  const choice = chooseDelivery(question.notified);
  // What was notified before the kind changed says nothing of the kind in force.
  if ("delivery" in choice && choice.delivery.coefficients.kind === key.kind) {
    return applyDelivery(question, choice.delivery);
  }
  const reason = "delivery" in choice ? "dynamic_faulty" : choice.reason;
  return { coefficients: { kind: "default" }, rule: ruleOf(stretch, reason, "default") };
}

function applyDelivery(question: ApplicableQuestion, delivery: Delivery): ApplicableCoefficients {
  const { stretch, axis, start, producerIds, consumerIds, notified } = question;
  const attached = (role: PerimeterRole) =>
    new Set(stretch.attachments.filter((each) => each.role === role).map(({ meteringPointId }) => meteringPointId));
  const { coefficients, exceptions } = fallBackByStep({
    delivery,
    axis,
    start,
    producerIds,
    consumerIds,
    attachedProducers: attached("producer"),
    consumers: { expected: attached("consumer"), known: notified.consumerIds },
  });
  const rule = ruleOf(stretch, "dynamic_values", coefficients.kind);
  return {
    coefficients,
    rule: { ...rule, deliveryId: delivery.id, ...(exceptions.length > 0 ? { exceptions } : {}) },
  };
}

function ruleOf({ days, key }: Stretch, reason: RuleReason, appliedKind: CoefficientKind): SettlementRule {
  return {
    ...days,
    keyId: key?.id ?? null,
    chosenKind: key?.kind ?? null,
    appliedKind,
    reason,
    articles: ARTICLES[reason],
  };
}
