import { computeConsumerMoney } from "./compute-consumer-money";
import { computePairMoney, type PairMoney } from "./compute-pair-money";
import { computeProducerMoney } from "./compute-producer-money";
import type { PriceBook } from "./price-book";
import type { PricedPair, PricedPoint } from "./price-entry";
import type { RunMoney } from "./run-money";

/**
 * The money of a run: what each consumer saves, what each producer receives. What consumers pay producers is, to the cent,
 * what these receive from them.
 *
 * @param run - Its metering points, energies cut at the same days for all of them, and its pairs.
 */
export function computeRunMoney(
  run: {
    readonly consumers: readonly PricedPoint[];
    readonly producers: readonly PricedPoint[];
    readonly pairs: readonly PricedPair[];
  },
  book: PriceBook,
): RunMoney {
  const consumerOf = new Map(run.consumers.map((consumer) => [consumer.meteringPointId, consumer]));
  const paid = new Map<string, PairMoney[]>();
  const sold = new Map<string, PairMoney[]>();
  for (const pair of run.pairs) {
    const consumer = consumerOf.get(pair.consumerId);
    if (!consumer) throw new Error("a pair of a run names a consumer that is not in it");
    const money = computePairMoney(pair, consumer, book);
    append(paid, pair.consumerId, money);
    append(sold, pair.producerId, money);
  }
  return {
    consumers: run.consumers.map((consumer) =>
      computeConsumerMoney(consumer, paid.get(consumer.meteringPointId) ?? [], book),
    ),
    producers: run.producers.map((producer) =>
      computeProducerMoney(producer, sold.get(producer.meteringPointId) ?? [], book),
    ),
  };
}

function append(groups: Map<string, PairMoney[]>, key: string, money: PairMoney): void {
  const group = groups.get(key);
  if (group) group.push(money);
  else groups.set(key, [money]);
}
