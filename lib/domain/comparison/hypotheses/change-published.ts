import { RESULT_QUANTITIES } from "@/lib/domain/comparison/published-results";
import type { SettledCurves, SettledResults } from "@/lib/domain/comparison/settled-results";
import type { PointQuantity } from "./hypothesis";

/**
 * The same result with one curve written otherwise; nothing is modified.
 *
 * A result keeps what was shared and the whole: to change the one and leave the rest, the whole moves with it.
 */
export function changePublished(
  results: SettledResults,
  { meteringPointId, role, quantity }: PointQuantity,
  change: (energyWh: Float64Array) => Float64Array,
): SettledResults {
  const field = role === "producer" ? "producers" : "consumers";
  const isShared = quantity === RESULT_QUANTITIES[role].shared;
  const points = results[field].map((point): SettledCurves => {
    if (point.meteringPointId !== meteringPointId) return point;
    const restWh = point.energyWh.map((wh, t) => Math.max(0, wh - (point.sharedWh[t] as number)));
    const sharedWh = isShared ? change(point.sharedWh) : point.sharedWh;
    const otherWh = isShared ? restWh : change(restWh);
    return { meteringPointId, sharedWh, energyWh: otherWh.map((wh, t) => wh + (sharedWh[t] as number)) };
  });
  return { ...results, [field]: points };
}
