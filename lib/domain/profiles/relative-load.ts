import { parisOffsetMs } from "@/lib/domain/time/paris-offset-ms";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import type { BuildingProfile, Opening } from "./building-profiles";
import { type CalendarDay, calendarDays } from "./calendar-days";
import { dayAnomaly } from "./day-anomaly";
import { outdoorTemperature } from "./outdoor-temperature";
import { seededUniform } from "./seeded-uniform";
import { smoothNoise } from "./smooth-noise";

const HALF_HOUR_MS = 1_800_000;
const HOUR_MS = 3_600_000;
const HEATING_BELOW = 17; // [°C]
const COOLING_ABOVE = 24; // [°C]
const PREHEATING_HOURS = 1.5;
const RAMP_HOURS = 0.5; // people do not arrive on the minute
const DAY_RATIO = 0.05;
const LOWEST_NOISE = 0.3;
const DAY_STREAM = 11;
const STEP_STREAM = 12;
const EVENT_STREAM = 13;

/**
 * The shape of a site's load: powers in proportion to each other, without a unit.
 *
 * @param profile - How this kind of site uses electricity.
 * @param seeds - The weather's and the site's own chance.
 * @param axis - Any time axis; the value is that of the middle of each step.
 * @returns > 0. (axis.length,)
 */
export function relativeLoad(
  profile: BuildingProfile,
  seeds: { readonly weatherSeed: number; readonly seed: number },
  axis: TimeAxis,
): Float64Array {
  const temperature = outdoorTemperature(seeds.weatherSeed, axis);
  const load = new Float64Array(axis.length);
  const stepMs = axis.stepMinutes * 60_000;
  let step = 0;
  for (const day of calendarDays(axis)) {
    const openings = openingsOf(profile, seeds.seed, day);
    const dayFactor = 1 + DAY_RATIO * dayAnomaly(seeds.seed, day.dayNumber, DAY_STREAM);
    for (; step < axis.length; step += 1) {
      const instantMs = axis.startMs + (step + 0.5) * stepMs;
      if (instantMs >= day.endMs) break;
      const noise = 1 + profile.noiseRatio * smoothNoise(seeds.seed, instantMs / HALF_HOUR_MS, STEP_STREAM);
      const regular = regularLoad(profile, openings, parisHour(instantMs), temperature[step] as number);
      load[step] = regular * dayFactor * Math.max(LOWEST_NOISE, noise);
    }
  }
  return load;
}

function regularLoad(
  profile: BuildingProfile,
  openings: readonly Opening[],
  hour: number,
  temperature: number,
): number {
  const occupancy = levelAt(openings, hour);
  const presence = Math.min(1, occupancy + levelAt(openings, hour + PREHEATING_HOURS));
  const heatingRatio = profile.unoccupiedHeatingRatio + (1 - profile.unoccupiedHeatingRatio) * presence;
  const heating = profile.heatingPerKelvin * Math.max(0, HEATING_BELOW - temperature) * heatingRatio;
  const cooling = profile.coolingPerKelvin * Math.max(0, temperature - COOLING_ABOVE) * Math.min(1, occupancy);
  return profile.baseLoad + occupancy + heating + cooling;
}

// What the clocks of Paris show, in [0, 24). [h]
function parisHour(instantMs: number): number {
  return ((instantMs + parisOffsetMs(instantMs)) / HOUR_MS) % 24;
}

function openingsOf(profile: BuildingProfile, seed: number, day: CalendarDay): readonly Opening[] {
  const weekday = day.isPublicHoliday ? 6 : day.weekday;
  const events = profile.events.filter(
    ({ probabilityByWeekday }, rank) =>
      seededUniform(seed, day.dayNumber, EVENT_STREAM + rank) < (probabilityByWeekday[weekday] ?? 0),
  );
  const ratio = holidayRatio(profile, day);
  return [...(profile.week[weekday] ?? []), ...events].map((opening) => ({ ...opening, level: opening.level * ratio }));
}

function holidayRatio(profile: BuildingProfile, { schoolHoliday }: CalendarDay): number {
  if (schoolHoliday === "summer") return profile.summerRatio;
  return schoolHoliday === "short" ? profile.shortHolidayRatio : 1;
}

function levelAt(openings: readonly Opening[], hour: number): number {
  let level = 0;
  for (const { from, to, level: full } of openings) {
    level += full * ramp(hour - from) * ramp(to - hour);
  }
  return level;
}

// 0 → 1 over the ramp's length, ½ at the hour itself.
function ramp(hoursInside: number): number {
  return Math.min(1, Math.max(0, hoursInside / RAMP_HOURS + 0.5));
}
