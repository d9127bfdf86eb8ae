import type { HolidayRegion } from "@/lib/domain/deadlines/holiday-region";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import type { Delivery, PpmByConsumer } from "./delivery";
import { dynamicKeyDeadline } from "./dynamic-key-deadline";
import { findFaultySteps } from "./find-faulty-steps";

/** What the organiser notified for a settlement period, and whom it had to concern. */
export type NotifiedPeriod = {
  readonly period: Period;
  /** Number of steps of the period. */
  readonly steps: number;
  /** In the order they were sent. */
  readonly deliveries: readonly Delivery[];
  /** Who is a consumer of the perimeter on one day of the period at least. */
  readonly consumerIds: ReadonlySet<string>;
  /** Whose public holidays the delay leaves out. */
  readonly region: HolidayRegion;
};

/** The notification that counts, or why none does. */
export type DeliveryChoice =
  | { readonly delivery: Delivery }
  | { readonly reason: "dynamic_not_notified" | "dynamic_notified_late" | "dynamic_faulty" };

/**
 * The notification that counts for a period: the latest one that was sent before the end of the delay and can be used.
 *
 * By file any fault spoils the whole; through the interface only its own steps. A correction that is itself faulty
 * leaves the one before in place: the text does not say, this is our reading.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 4.1 and 4.4.
 */
export function chooseDelivery(notified: NotifiedPeriod): DeliveryChoice {
  const deadline = dynamicKeyDeadline(notified.period, notified.region);
  const sent = notified.deliveries.filter(({ sentDay }) => sentDay !== null);
  if (sent.length === 0) return { reason: "dynamic_not_notified" };
  const inTime = sent.filter(({ sentDay }) => (sentDay as CivilDate) <= deadline);
  if (inTime.length === 0) return { reason: "dynamic_notified_late" };
  const delivery = inTime.findLast((each) => isUsable(each, notified));
  return delivery ? { delivery } : { reason: "dynamic_faulty" };
}

function isUsable(delivery: Delivery, notified: NotifiedPeriod): boolean {
  const { period } = delivery;
  if (delivery.state === "refused" || delivery.state === "draft") return false;
  if (period.from !== notified.period.from || period.toExclusive !== notified.period.toExclusive) return false;
  const { coefficients, channel } = delivery;
  const rows = coefficients.kind === "dynamic_simple" ? [coefficients.ppm] : [...coefficients.ppm.values()];
  if (rows.some((row) => !hasSteps(row, notified.steps))) return false;
  return channel === "api" || (!delivery.isFaulty && rows.every((row) => isWhole(row, notified)));
}

function hasSteps(ppm: PpmByConsumer, steps: number): boolean {
  return [...ppm.values()].every(({ length }) => length === steps);
}

function isWhole(ppm: PpmByConsumer, { consumerIds, steps }: NotifiedPeriod): boolean {
  return !findFaultySteps(ppm, { expected: consumerIds, known: consumerIds }, { start: 0, end: steps }).includes(1);
}
