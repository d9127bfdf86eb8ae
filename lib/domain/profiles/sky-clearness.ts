import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { dayAnomaly } from "./day-anomaly";
import { season } from "./season";
import { smoothNoise } from "./smooth-noise";

const DAY_MS = 86_400_000;
const HALF_HOUR_MS = 1_800_000;
const DAY_STREAM = 1;
const CLOUD_BANK_STREAM = 2;
const CUMULUS_STREAM = 3;

/**
 * How much of a cloudless sky's light gets through, in the deterministic weather of a seed.
 *
 * Days come in spells; a day half clear, half grey also varies most within itself. Set for the Mediterranean coast of
 * France, a model and not a record: what it must give is the yearly yield that solar-injection.ts names.
 *
 * @param weatherSeed - Which weather; the same for every site of an operation. (int32)
 * @param axis - Any time axis; the value is that of the middle of each step.
 * @returns Between 0.06 (black sky) and 1.03 (sun between bright clouds). (axis.length,)
 */
export function skyClearness(weatherSeed: number, axis: TimeAxis): Float64Array {
  const stepMs = axis.stepMinutes * 60_000;
  const clearness = new Float64Array(axis.length);
  let dayNumber = Number.NaN;
  let sunnyPart = 0;
  for (let step = 0; step < axis.length; step += 1) {
    const instantMs = axis.startMs + (step + 0.5) * stepMs;
    if (Math.floor(instantMs / DAY_MS) !== dayNumber) {
      dayNumber = Math.floor(instantMs / DAY_MS);
      sunnyPart = sunnyPartOfDay(weatherSeed, dayNumber);
    }
    const halfHours = instantMs / HALF_HOUR_MS;
    const clouds =
      0.7 * smoothNoise(weatherSeed, halfHours / 5, CLOUD_BANK_STREAM) +
      0.5 * smoothNoise(weatherSeed, halfHours, CUMULUS_STREAM);
    const changeability = 1.3 * sunnyPart * (1 - sunnyPart);
    clearness[step] = Math.min(1.03, Math.max(0.06, 0.12 + 0.88 * sunnyPart + changeability * clouds));
  }
  return clearness;
}

function sunnyPartOfDay(weatherSeed: number, dayNumber: number): number {
  const spell = dayAnomaly(weatherSeed, dayNumber, DAY_STREAM);
  return 1 / (1 + Math.exp(-2 * (spell + 0.95 + 0.3 * season(dayNumber * DAY_MS))));
}
