import type { Coefficients } from "@/lib/domain/coefficients/coefficients";
import type { Delivery, PpmByConsumer } from "@/lib/domain/coefficients/delivery";
import type { SettlementRule } from "./settlement-rule";

/** What a rule names, as it is kept. */
export type RecordedKeys = {
  /** Shares of its static key; null where it is none. [ppm] */
  readonly ppmByConsumer: ReadonlyMap<string, number> | null;
  /** Its notification; null where none applied. */
  readonly delivery: Pick<Delivery, "coefficients"> | null;
  /** The step, counted from the first one of the notification's period. */
  readonly deliveryStep: number;
};

/**
 * The coefficients that a run recorded for one step, as those of an axis of this step alone.
 *
 * @param rule - That of the step's day.
 * @param stepMs - Start of the step. [ms since 1970-01-01T00:00:00Z]
 * @param ids - Producers and consumers in the order wanted.
 */
export function recordedStepCoefficients(
  rule: SettlementRule,
  stepMs: number,
  ids: { readonly producerIds: readonly string[]; readonly consumerIds: readonly string[] },
  { ppmByConsumer, delivery, deliveryStep }: RecordedKeys,
): Coefficients {
  const exceptions = (rule.exceptions ?? []).filter(({ fromMs, toMs }) => fromMs <= stepMs && stepMs < toMs);
  if (rule.appliedKind === "default" || exceptions.some(({ producerId }) => producerId === null)) {
    return { kind: "default" };
  }
  if (rule.appliedKind === "static") {
    return { kind: "static", ppm: ids.consumerIds.map((id) => ppmByConsumer?.get(id) ?? 0) };
  }
  const rowsOf = (ppm: PpmByConsumer | undefined) =>
    ids.consumerIds.map((id) => Uint32Array.of(Math.max(0, ppm?.get(id)?.[deliveryStep] ?? 0)));
  const coefficients = delivery?.coefficients;
  if (coefficients?.kind !== "dynamic_full") return { kind: "dynamic_simple", ppm: rowsOf(coefficients?.ppm) };
  const isFaulty = (id: string) => exceptions.some(({ producerId }) => producerId === id);
  return {
    kind: "dynamic_full",
    ppm: ids.producerIds.map((id) => rowsOf(isFaulty(id) ? undefined : coefficients.ppm.get(id))),
  };
}
