import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { listSuspectSteps } from "./list-suspect-steps";
import type { PowerAboveLimit } from "./suspicion";
import type { SuspicionContext } from "./suspicion-context";

/**
 * How far above the limit a mean power may go. The meter of a small site cuts off soon after the subscribed power is
 * passed; a cold roof under broken clouds passes its peak power for minutes. A mean over half an hour does neither.
 */
const TOLERANCE = 1.1;

/**
 * Powers that the contract or the roof cannot carry: a wrong unit, a wrong meter, or a registry out of date.
 *
 * The subscribed kVA are read as kW, which active power cannot pass: it is at most the apparent one.
 *
 * Known to be innocent: a site above 36 kVA passes its subscribed power, and pays for it; a site whose contract has
 * grown since the registry was written.
 *
 * @param series - As measured, whole Paris days. [Wh per step]
 */
export function findPowerAboveLimit(
  series: EnergySeries,
  { quantity, subscribedPowerVa, peakPowerW }: SuspicionContext,
): readonly PowerAboveLimit[] {
  const limitW = quantity === "withdrawal" ? subscribedPowerVa : peakPowerW;
  if (limitW === null || limitW <= 0) return [];
  const limitWh = (limitW * TOLERANCE * series.axis.stepMinutes) / 60;
  const reason = quantity === "withdrawal" ? "above_subscribed" : "above_peak";
  return listSuspectSteps(series, (energyWh) => energyWh > limitWh).map(
    ({ from, toExclusive, firstMs, stepCount, maxPowerW }) => ({
      kind: "power_above_limit",
      reason,
      from,
      toExclusive,
      firstMs,
      stepCount,
      maxPowerW,
      limitW,
    }),
  );
}
