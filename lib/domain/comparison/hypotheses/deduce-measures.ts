import { type PublishedResults, RESULT_QUANTITIES } from "@/lib/domain/comparison/published-results";
import { type Clues, pointKey } from "./clues";

/**
 * What the operator measured, by its own curves: L_j = self-consumed + complement, P_i = self-produced + surplus.
 *
 * @returns By metering point and role, where both curves are published; `NaN` where either says nothing. [Wh per step]
 * @see Convention Enedis-FOR-CF_01E, annexe 7.
 */
export function deduceMeasures({ curves }: PublishedResults): Clues["deducedWh"] {
  const deduced = new Map<string, Float64Array>();
  for (const role of ["consumer", "producer"] as const) {
    const { shared, rest } = RESULT_QUANTITIES[role];
    const restOf = new Map(
      curves.filter(({ quantity }) => quantity === rest).map((curve) => [curve.meteringPointId, curve.energyWh]),
    );
    for (const { quantity, meteringPointId, energyWh } of curves) {
      const other = quantity === shared ? restOf.get(meteringPointId) : undefined;
      if (!other) continue;
      const sumWh = energyWh.map((wh, t) => wh + (other[t] as number));
      deduced.set(pointKey({ meteringPointId, role }), sumWh);
    }
  }
  return deduced;
}
