import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import type { SettlementInput, SettlementPoint } from "@/lib/domain/settlement/settlement";
import { listParisDays } from "@/lib/domain/time/list-paris-days";

/** The curves of a period as they count: 0 on the days out of the perimeter. */
export type CountedCurves = {
  /** In the order of `withdrawalWh`. (C,) */
  readonly consumerIds: readonly string[];
  /** L_j; `NaN` = missing. [Wh per step] (C × T) */
  readonly withdrawalWh: readonly Float64Array[];
  /** In the order of `injectionWh`. (P,) */
  readonly producerIds: readonly string[];
  /** P_i; `NaN` = missing. [Wh per step] (P × T) */
  readonly injectionWh: readonly Float64Array[];
  /** What all producers inject; `NaN` where one of them is missing. [Wh per step] (T,) */
  readonly productionWh: Float64Array;
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
  const injectionWh = producers.map((producer) => counted(producer, "producer"));
  const productionWh = new Float64Array(axis.length);
  for (const energyWh of injectionWh) {
    for (let t = 0; t < productionWh.length; t += 1) {
      productionWh[t] = (productionWh[t] as number) + (energyWh[t] as number);
    }
  }
  return {
    consumerIds: consumers.map(({ meteringPointId }) => meteringPointId),
    withdrawalWh: consumers.map((consumer) => counted(consumer, "consumer")),
    producerIds: producers.map(({ meteringPointId }) => meteringPointId),
    injectionWh,
    productionWh,
  };
}
