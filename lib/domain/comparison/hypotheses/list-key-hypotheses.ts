import type { CoefficientKey } from "@/lib/domain/settlement/coefficient-key";
import type { Period } from "@/lib/domain/time/period";
import type { Clues, Standing } from "./clues";
import type { Hypothesis } from "./hypothesis";
import { supposeDelivery } from "./suppose-delivery";
import { supposeKey } from "./suppose-key";

/** A version of the key that was once sent. */
export type KnownKey = Pick<CoefficientKey, "id" | "kind" | "ppmByConsumer">;

/**
 * Other keys: the default one, each version that was sent, each notification; over the whole period, then over the days
 * that differ only.
 *
 * @param keys - The latest first: the one before is the likeliest.
 */
export function* listKeyHypotheses(
  { input }: Standing,
  { days }: Clues,
  keys: readonly KnownKey[],
): Generator<Hypothesis> {
  const spans: readonly (Period | null)[] = days === null || isSame(days, input.period) ? [null] : [null, days];
  for (const span of spans) {
    yield supposeKey(null, span);
    for (const key of keys) if (key.kind === "static") yield supposeKey(key, span);
  }
  for (const delivery of input.deliveries) yield supposeDelivery(delivery);
}

const isSame = (a: Period, b: Period) => a.from === b.from && a.toExclusive === b.toExclusive;
