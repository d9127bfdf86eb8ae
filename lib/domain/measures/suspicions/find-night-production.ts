import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { listParisDays } from "@/lib/domain/time/list-paris-days";
import { findHalfDayMs } from "./find-half-day-ms";
import { listSunDays } from "./list-sun-days";
import { listSuspectSteps } from "./list-suspect-steps";
import { MAINLAND_FRANCE } from "./mainland-france";
import type { NightProduction } from "./suspicion";
import type { SuspicionContext } from "./suspicion-context";

/** End of the civil twilight: no module delivers anything below it. [°] */
const NIGHT_ELEVATION_DEGREES = -6;

/** An inverter's electronics and a meter's last digit stay below it. [W] */
const MIN_POWER_W = 20;

/** And below this share of the installed power, or of the curve's highest where that is not known. */
const MIN_POWER_RATIO = 0.01;

/**
 * A photovoltaic roof that injects while the sun is down: shifted or reversed hours, a withdrawal taken for an
 * injection, or another source behind the meter.
 *
 * Known to be innocent: a battery behind the meter, when the registry does not say so.
 *
 * @param series - As measured, whole Paris days. [Wh per step]
 */
export function findNightProduction(
  series: EnergySeries,
  { quantity, isSolar, place, peakPowerW }: SuspicionContext,
): readonly NightProduction[] {
  if (quantity !== "injection" || !isSolar) return [];
  const { axis, energyWh } = series;
  const stepMs = axis.stepMinutes * 60_000;
  const isNight = new Uint8Array(axis.length).fill(1);
  const days = listParisDays(axis);
  const marginMs = place ? 0 : MAINLAND_FRANCE.marginMs;
  for (const [n, sunDay] of listSunDays(axis, place ?? MAINLAND_FRANCE).entries()) {
    const { start, length } = days[n] as (typeof days)[number];
    const halfDayMs = findHalfDayMs(sunDay, NIGHT_ELEVATION_DEGREES) + marginMs;
    const dawn = Math.floor((sunDay.noonMs - halfDayMs - axis.startMs) / stepMs);
    const dusk = Math.ceil((sunDay.noonMs + halfDayMs - axis.startMs) / stepMs);
    isNight.fill(0, Math.max(dawn, start), Math.min(dusk, start + length));
  }
  const referenceWh = peakPowerW ? (peakPowerW * axis.stepMinutes) / 60 : maxOf(energyWh);
  const minWh = Math.max((MIN_POWER_W * axis.stepMinutes) / 60, referenceWh * MIN_POWER_RATIO);
  return listSuspectSteps(series, (value, t) => value > minWh && isNight[t] === 1).map(
    ({ from, toExclusive, firstMs, stepCount, maxPowerW, energyWh: nightWh }) => ({
      kind: "night_production",
      reason: "sun_down",
      from,
      toExclusive,
      firstMs,
      stepCount,
      maxPowerW,
      energyWh: nightWh,
    }),
  );
}

function maxOf(energyWh: Float64Array): number {
  return energyWh.reduce((max, value) => (value > max ? value : max), 0);
}
