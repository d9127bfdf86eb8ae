import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import type { SettlementInput, SettlementPoint } from "@/lib/domain/settlement/settlement";
import { listParisDays } from "@/lib/domain/time/list-paris-days";

/** The curves of a period as they count: 0 on the days out of the perimeter. */
export type CountedCurves = {
  /** In the order of `withdrawalWh`. (C,) */
  readonly consumerIds: readonly string[];
  /** L_j; `NaN` = missing. [Wh per step] (C × T) */
  readonly withdrawalWh: readonly Float64Array[];
  /** What all producers inject; `NaN` where one of them is missing. [Wh per step] (T,) */
  readonly productionWh: Float64Array;
  /** What each of them injects; `NaN` = missing. [Wh per step] */
  readonly producers: readonly { readonly producerId: string; readonly productionWh: Float64Array }[];
};

/**
 * What a key of a period is made from: who draws and how much is produced, as the settlement will count them.
 *
 * @param input - Corrected curves on one axis; not modified.
 */
export function countCurves({ axis, producers, consumers, attachments }: SettlementInput): CountedCurves {
  const days = listParisDays(axis);
  const counted = ({ meteringPointId, curve }: SettlementPoint, role: "producer" | "consumer") => {
    const energyWh = curve.energyWh.slice();
    const stays = attachments.filter((stay) => stay.meteringPointId === meteringPointId && stay.role === role);
    for (const { day, start, length } of days) {
      if (!stays.some((stay) => isAttachedOn(stay, day))) energyWh.fill(0, start, start + length);
    }
    return energyWh;
  };
  const countedProducers = producers.map((producer) => ({
    producerId: producer.meteringPointId,
    productionWh: counted(producer, "producer"),
  }));
  const productionWh = new Float64Array(axis.length);
  for (const { productionWh: energyWh } of countedProducers) {
    for (let t = 0; t < productionWh.length; t += 1) {
      productionWh[t] = (productionWh[t] as number) + (energyWh[t] as number);
    }
  }
  return {
    consumerIds: consumers.map(({ meteringPointId }) => meteringPointId),
    withdrawalWh: consumers.map((consumer) => counted(consumer, "consumer")),
    productionWh,
    producers: countedProducers,
  };
}
