import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { listSuspectSteps } from "./list-suspect-steps";
import type { NegativeValues } from "./suspicion";

/**
 * Values below zero: withdrawal and injection are both counted upwards, so a sign was lost or the two were subtracted.
 *
 * Never innocent: settlement refuses a negative energy.
 *
 * @param series - As measured, whole Paris days. [Wh per step]
 */
export function findNegativeValues(series: EnergySeries): readonly NegativeValues[] {
  return listSuspectSteps(series, (energyWh) => energyWh < 0).map(
    ({ from, toExclusive, firstMs, stepCount, minPowerW }) => ({
      kind: "negative_value",
      reason: "negative",
      from,
      toExclusive,
      firstMs,
      stepCount,
      minPowerW,
    }),
  );
}
