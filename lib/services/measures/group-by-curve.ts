import type { CurveDay } from "@/lib/data/load-curve-days";
import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";

/** Finds the days of each curve. */
export function groupByCurve(
  days: readonly CurveDay[],
): (meteringPointId: string, quantity: EnergyQuantity) => readonly CurveDay[] {
  const curves = new Map<string, CurveDay[]>();
  for (const day of days) {
    const key = `${day.meteringPointId}|${day.quantity}`;
    const curve = curves.get(key);
    if (curve) curve.push(day);
    else curves.set(key, [day]);
  }
  return (meteringPointId, quantity) => curves.get(`${meteringPointId}|${quantity}`) ?? [];
}
