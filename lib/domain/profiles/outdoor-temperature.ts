import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { dayAnomaly } from "./day-anomaly";
import { season } from "./season";

const DAY_MS = 86_400_000;
const TEMPERATURE_STREAM = 4;
const WARMEST_UTC_HOUR = 14; // mid-afternoon by the sun of southern France

/**
 * Air temperature in the deterministic weather of a seed.
 *
 * Yearly mean 16 °C, swing ±8 °C, day and night ±4.5 °C, spells of ±2.5 °C: the order of magnitude of the 1991–2020
 * normals of Perpignan (Météo-France). A model, not a record.
 *
 * @param weatherSeed - Which weather; the same for every site of an operation. (int32)
 * @param axis - Any time axis; the value is that of the middle of each step.
 * @returns [°C] (axis.length,)
 */
export function outdoorTemperature(weatherSeed: number, axis: TimeAxis): Float64Array {
  const stepMs = axis.stepMinutes * 60_000;
  const temperature = new Float64Array(axis.length);
  let dayNumber = Number.NaN;
  let spellBefore = 0;
  let spellAfter = 0;
  for (let step = 0; step < axis.length; step += 1) {
    const instantMs = axis.startMs + (step + 0.5) * stepMs;
    if (Math.floor(instantMs / DAY_MS) !== dayNumber) {
      dayNumber = Math.floor(instantMs / DAY_MS);
      spellBefore = dayAnomaly(weatherSeed, dayNumber, TEMPERATURE_STREAM);
      spellAfter = dayAnomaly(weatherSeed, dayNumber + 1, TEMPERATURE_STREAM);
    }
    const dayPart = instantMs / DAY_MS - dayNumber;
    const dayAndNight = Math.cos(2 * Math.PI * (dayPart - WARMEST_UTC_HOUR / 24));
    const spell = (1 - dayPart) * spellBefore + dayPart * spellAfter;
    temperature[step] = 16 + 8 * season(instantMs) + 4.5 * dayAndNight + 2.5 * spell;
  }
  return temperature;
}
