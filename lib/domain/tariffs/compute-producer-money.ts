import type { PairMoney } from "./compute-pair-money";
import { energyCents } from "./energy-cents";
import { findPrice } from "./find-price";
import type { PriceBook } from "./price-book";
import type { PricedPoint } from "./price-entry";
import { priceOfPeriod } from "./price-of-period";
import type { MoneyGap, ProducerMoney } from "./run-money";

/**
 * What a producer receives over a run, excluding VAT: from the consumers of the operation, and for its surplus.
 *
 * @param sales - To each consumer.
 */
export function computeProducerMoney(
  { meteringPointId, stretches }: PricedPoint,
  sales: readonly PairMoney[],
  book: PriceBook,
): ProducerMoney {
  const internal = sales.reduce((sum, { cents }) => sum + cents, 0);
  const resale = stretches.reduce((sum, { from, parts }) => {
    const price = priceOfPeriod(findPrice(book, "resale", [{ meteringPointId }, {}], from), "BASE");
    const surplusWh = parts.reduce((wh, { energyWh, sharedWh }) => wh + Math.max(0, energyWh - sharedWh), 0);
    return sum + energyCents(surplusWh, price);
  }, 0);
  const lacking: MoneyGap[] = [
    ...(Number.isNaN(internal) ? (["internal"] as const) : []),
    ...(Number.isNaN(resale) ? (["resale"] as const) : []),
  ];
  return { meteringPointId, internalCents: toCents(internal), resaleCents: toCents(resale), lacking };
}

const toCents = (amount: number) => (Number.isNaN(amount) ? null : Math.round(amount) + 0);
