import type { CurveDay } from "@/lib/data/load-curve-days";
import type { ParisDaySeries } from "@/lib/domain/series/paris-day-series";
import { resampleSeries } from "@/lib/domain/series/resample-series";
import { parisDayAxis } from "@/lib/domain/time/paris-day-axis";

/** A stored day on the step the operation is settled on, whatever the meter's was. */
export function toOperationStep({ day, stepMinutes, energyWh }: CurveDay, wanted: number): ParisDaySeries {
  if (stepMinutes === wanted) return { day, stepMinutes, energyWh };
  const resampled = resampleSeries({ axis: parisDayAxis(day, stepMinutes), energyWh }, wanted);
  return { day, stepMinutes: wanted, energyWh: resampled.energyWh };
}
