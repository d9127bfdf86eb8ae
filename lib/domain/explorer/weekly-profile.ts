import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { energyToPowerW } from "@/lib/domain/series/energy-to-power-w";
import { parisOffsetMs } from "@/lib/domain/time/paris-offset-ms";

const DAY_MS = 86_400_000;
const WEEK_MINUTES = 7 * 1_440;
const MONDAY_MS = 4 * DAY_MS; // 5 January 1970

/** The week of a curve, by the clock of Paris: Monday 00:00 first. */
export type WeeklyProfile = {
  readonly slotMinutes: number;
  /** `NaN` where nothing is known. [W] (7 × slots of a day,) */
  readonly meanW: Float64Array;
  /** The lowest and the highest step of each slot; `NaN` where nothing is known. [W] */
  readonly minW: Float64Array;
  readonly maxW: Float64Array;
  /** Steps each mean is made of. */
  readonly knownCount: Uint32Array;
  /** Steps that had no value. */
  readonly missingCount: Uint32Array;
};

/**
 * The mean, lowest and highest power at each clock time of each weekday.
 *
 * By what the clock shows: on the October Sunday 02:30 counts twice, on the March Sunday not at all.
 *
 * @param series - Any axis whose steps lie inside the hours, from a week on. [Wh per step] (T,)
 * @param slotMinutes - Of the profile: the curve's own step, or the hour. [min]
 */
export function weeklyProfile({ axis, energyWh }: EnergySeries, slotMinutes: number = axis.stepMinutes): WeeklyProfile {
  const slotCount = WEEK_MINUTES / slotMinutes;
  const slotMs = slotMinutes * 60_000;
  const sumWh = new Float64Array(slotCount);
  const minWh = new Float64Array(slotCount).fill(Number.POSITIVE_INFINITY);
  const maxWh = new Float64Array(slotCount).fill(Number.NEGATIVE_INFINITY);
  const knownCount = new Uint32Array(slotCount);
  const missingCount = new Uint32Array(slotCount);
  for (let t = 0; t < axis.length; t += 1) {
    const startMs = axis.startMs + t * axis.stepMinutes * 60_000;
    const slot = Math.floor((startMs + parisOffsetMs(startMs) - MONDAY_MS) / slotMs) % slotCount;
    const value = energyWh[t] as number;
    if (Number.isNaN(value)) {
      missingCount[slot] = (missingCount[slot] as number) + 1;
    } else {
      sumWh[slot] = (sumWh[slot] as number) + value;
      minWh[slot] = Math.min(minWh[slot] as number, value);
      maxWh[slot] = Math.max(maxWh[slot] as number, value);
      knownCount[slot] = (knownCount[slot] as number) + 1;
    }
  }
  const toPowerW = (wh: number, slot: number) =>
    knownCount[slot] === 0 ? Number.NaN : energyToPowerW(wh, axis.stepMinutes);
  return {
    slotMinutes,
    meanW: sumWh.map((wh, slot) => toPowerW(wh / (knownCount[slot] as number), slot)),
    minW: minWh.map(toPowerW),
    maxW: maxWh.map(toPowerW),
    knownCount,
    missingCount,
  };
}
