import type { TimeAxis } from "@/lib/domain/time/time-axis";
import type { Stretch } from "./hypothesis";

const HOUR_MINUTES = 60;

/**
 * A curve read an hour late or early over a stretch: each value there is that of an hour before (1) or after (−1).
 *
 * @param energyWh - [Wh per step] (T,)
 * @returns A new curve; beyond the ends of the axis nothing is known and values stay. [Wh per step] (T,)
 */
export function shiftHour(
  energyWh: Float64Array,
  { startMs, stepMinutes }: TimeAxis,
  hours: 1 | -1,
  { fromMs, toMs }: Stretch,
): Float64Array {
  const steps = (hours * HOUR_MINUTES) / stepMinutes;
  const stepMs = stepMinutes * 60_000;
  return energyWh.map((wh, t) => {
    const atMs = startMs + t * stepMs;
    return atMs >= fromMs && atMs < toMs ? (energyWh[t - steps] ?? wh) : wh;
  });
}
