import { energyCents } from "./energy-cents";
import { findPrice } from "./find-price";
import type { PriceBook } from "./price-book";
import type { PricedPair, PricedPoint, PricedStretch } from "./price-entry";
import { priceOfPeriod } from "./price-of-period";

/** What a consumer pays a producer for a run, excluding VAT. */
export type PairMoney = {
  /** Whole cents, the same for both; `NaN` when a price lacks. */
  readonly cents: number;
  /** By stretch, not rounded, in the order of the consumer's. [cents] */
  readonly byStretch: readonly number[];
  readonly isApportioned: boolean;
};

/**
 * What a consumer pays a producer: the price of the pair, else that of the consumer's holder, else that of the operation.
 *
 * A run keeps what each producer gave each consumer over the whole period. Where their price changes within it, that is
 * apportioned by what the consumer used of the operation on the days of each price [I], which is exact with one producer.
 */
export function computePairMoney(
  { producerId, energyWh }: PricedPair,
  consumer: PricedPoint,
  book: PriceBook,
): PairMoney {
  const { meteringPointId, participantId, stretches } = consumer;
  const subjects = [{ meteringPointId, producerId }, ...(participantId ? [{ participantId }] : []), {}];
  const prices = stretches.map(({ from }) => priceOfPeriod(findPrice(book, "internal", subjects, from), "BASE"));
  const shares = shareOut(stretches);
  const used = prices.filter((_, index) => shares[index] !== 0);
  const byStretch = prices.map((price, index) => energyCents(energyWh * (shares[index] as number), price));
  const cents = Math.round(byStretch.reduce((sum, amount) => sum + amount, 0)) + 0;
  return { cents, byStretch, isApportioned: energyWh !== 0 && new Set(used).size > 1 };
}

/** The part of a consumer's self-consumed energy in each stretch; all of it in the first where there is none. */
function shareOut(stretches: readonly PricedStretch[]): readonly number[] {
  const energies = stretches.map(({ parts }) => parts.reduce((sum, { sharedWh }) => sum + sharedWh, 0));
  const totalWh = energies.reduce((sum, energyWh) => sum + energyWh, 0);
  if (stretches.length === 1 || totalWh === 0) return stretches.map((_, index) => (index === 0 ? 1 : 0));
  return energies.map((energyWh) => energyWh / totalWh);
}
