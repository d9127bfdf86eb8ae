import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { energyToPowerW } from "@/lib/domain/series/energy-to-power-w";
import { parisOffsetMs } from "@/lib/domain/time/paris-offset-ms";

const DAY_MS = 86_400_000;
const WEEK_MINUTES = 7 * 1_440;
const MONDAY_MS = 4 * DAY_MS; // 5 January 1970

/** The mean week of a curve, by the clock of Paris: Monday 00:00 first. */
export type WeeklyProfile = {
  readonly stepMinutes: number;
  /** `NaN` where nothing is known. [W] (7 × steps of a day,) */
  readonly meanW: Float64Array;
  /** Values each mean is made of. */
  readonly knownCount: Uint32Array;
  /** Steps that had no value. */
  readonly missingCount: Uint32Array;
};

/**
 * The mean power at each clock time of each weekday.
 *
 * By what the clock shows: on the October Sunday 02:30 counts twice, on the March Sunday not at all.
 *
 * @param series - Any axis whose steps lie inside the hours, from a week on. [Wh per step] (T,)
 */
export function weeklyProfile({ axis, energyWh }: EnergySeries): WeeklyProfile {
  const stepMs = axis.stepMinutes * 60_000;
  const slotCount = WEEK_MINUTES / axis.stepMinutes;
  const sumWh = new Float64Array(slotCount);
  const knownCount = new Uint32Array(slotCount);
  const missingCount = new Uint32Array(slotCount);
  for (let t = 0; t < axis.length; t += 1) {
    const startMs = axis.startMs + t * stepMs;
    const slot = Math.floor((startMs + parisOffsetMs(startMs) - MONDAY_MS) / stepMs) % slotCount;
    const value = energyWh[t] as number;
    if (Number.isNaN(value)) {
      missingCount[slot] = (missingCount[slot] as number) + 1;
    } else {
      sumWh[slot] = (sumWh[slot] as number) + value;
      knownCount[slot] = (knownCount[slot] as number) + 1;
    }
  }
  // 0 / 0 is NaN: no value, no mean.
  const meanW = sumWh.map((wh, slot) => energyToPowerW(wh / (knownCount[slot] as number), axis.stepMinutes));
  return { stepMinutes: axis.stepMinutes, meanW, knownCount, missingCount };
}
