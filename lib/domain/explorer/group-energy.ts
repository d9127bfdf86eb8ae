import type { EnergySeries } from "@/lib/domain/series/energy-series";
import type { GroupCurve } from "./group-curve";

/**
 * What a group exchanged, as one series.
 *
 * @returns `NaN` where a member lacks a value, and where the group has no member. [Wh per step] (T,)
 */
export function groupEnergy({ axis, knownWh, memberCount, missingCount }: GroupCurve): EnergySeries {
  const energyWh = knownWh.map((wh, t) => (memberCount[t] === 0 || missingCount[t] !== 0 ? Number.NaN : wh));
  return { axis, energyWh };
}
