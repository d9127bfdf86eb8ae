import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { listParisDays, type ParisDaySpan } from "@/lib/domain/time/list-paris-days";
import { type DayRun, listDayRuns } from "./list-day-runs";
import { listSunDays } from "./list-sun-days";
import { MAINLAND_FRANCE } from "./mainland-france";
import { placeOfRun } from "./place-of-run";
import type { SunDay } from "./sun-day";
import type { OppositeProduction } from "./suspicion";
import type { SuspicionContext } from "./suspicion-context";

/** A week evens out clouds; one grey day has hardly a shape. */
const WINDOW_DAYS = 7;
const MIN_KNOWN_RATIO = 0.5;

/** A roof of any orientation correlates with the sun's height; this far below zero nothing that faces the sky does. */
const MAX_OPPOSITE_CORRELATION = -0.2;

/** A reversed day of winter puts 3 % of its energy before sunrise; a right one, or one an hour off, less. */
const MIN_NIGHT_RATIO = 0.02;

/** Read backwards, a reversed day must lose nearly all of that. */
const MIN_NIGHT_DIVISOR = 5;

const DAY_MS = 86_400_000;

/**
 * Weeks in which a photovoltaic roof goes against the sun: a withdrawal taken for its injection, hours read twelve
 * hours off, or days read from their end.
 *
 * Week by week from the first day of the curve, since a day of clouds proves nothing.
 *
 * Known to be innocent: a battery behind the meter that fills by day and gives by night, when the registry does not say
 * so.
 *
 * @param series - As measured, whole Paris days. [Wh per step]
 */
export function findOppositeProduction(
  series: EnergySeries,
  { quantity, isSolar, place }: SuspicionContext,
): readonly OppositeProduction[] {
  if (quantity !== "injection" || !isSolar) return [];
  const { axis } = series;
  const days = listParisDays(axis);
  const heights = sunHeights(series, listSunDays(axis, place ?? MAINLAND_FRANCE));
  const weeks = Array.from({ length: Math.ceil(days.length / WINDOW_DAYS) }, (_, week) => {
    const fit = fitSun(series, heights, days.slice(week * WINDOW_DAYS, (week + 1) * WINDOW_DAYS));
    return { ...fit, reason: findReason(fit) };
  });
  const weekOf = (n: number) => weeks[Math.floor(n / WINDOW_DAYS)] as (typeof weeks)[number];
  return listDayRuns(days, (n) => weekOf(n).reason).map((run) => {
    const { reason, nightWh, totalWh } = sumWeeks(run, days, weekOf);
    return { kind: "opposite_production", reason, ...placeOfRun(run, axis), nightRatio: nightWh / totalWh };
  });
}

/** Sine of the sun's elevation in the middle of each step, 0 at night. (T,) */
function sunHeights({ axis }: EnergySeries, sunDays: readonly SunDay[]): Float64Array {
  const heights = new Float64Array(axis.length);
  const stepMs = axis.stepMinutes * 60_000;
  for (const [n, { start, length }] of listParisDays(axis).entries()) {
    const { noonMs, base, swing } = sunDays[n] as SunDay;
    for (let t = start; t < start + length; t += 1) {
      const fromNoonMs = axis.startMs + (t + 0.5) * stepMs - noonMs;
      heights[t] = Math.max(0, base + swing * Math.cos((2 * Math.PI * fromNoonMs) / DAY_MS));
    }
  }
  return heights;
}

type SunFit = {
  readonly correlation: number;
  readonly totalWh: number;
  readonly nightWh: number;
  /** The night's energy, were each day read from its end. */
  readonly reversedNightWh: number;
};

const UNKNOWN: SunFit = { correlation: 1, totalWh: 0, nightWh: 0, reversedNightWh: 0 };

function fitSun({ energyWh }: EnergySeries, heights: Float64Array, week: readonly ParisDaySpan[]): SunFit {
  let [count, stepCount, sumX, sumY, sumXx, sumYy, sumXy, nightWh, reversedNightWh] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (const { start, length } of week) {
    stepCount += length;
    for (let k = 0; k < length; k += 1) {
      const y = energyWh[start + k] as number;
      if (Number.isNaN(y)) continue;
      const x = heights[start + k] as number;
      count += 1;
      sumX += x;
      sumY += y;
      sumXx += x * x;
      sumYy += y * y;
      sumXy += x * y;
      if (x === 0) nightWh += y;
      if (heights[start + length - 1 - k] === 0) reversedNightWh += y;
    }
  }
  if (count < stepCount * MIN_KNOWN_RATIO || sumY <= 0) return UNKNOWN;
  const spread = Math.sqrt((count * sumXx - sumX * sumX) * (count * sumYy - sumY * sumY));
  const correlation = spread > 0 ? (count * sumXy - sumX * sumY) / spread : 1;
  return { correlation, totalWh: sumY, nightWh, reversedNightWh };
}

function findReason({ correlation, totalWh, nightWh, reversedNightWh }: SunFit): OppositeProduction["reason"] | null {
  if (correlation <= MAX_OPPOSITE_CORRELATION) return "opposite_to_sun";
  const isByNight = totalWh > 0 && nightWh > totalWh * MIN_NIGHT_RATIO;
  return isByNight && reversedNightWh * MIN_NIGHT_DIVISOR <= nightWh ? "time_reversed" : null;
}

function sumWeeks(
  run: DayRun,
  days: readonly ParisDaySpan[],
  weekOf: (n: number) => SunFit & { readonly reason: OppositeProduction["reason"] | null },
) {
  const first = days.indexOf(run[0]);
  const weeks = new Set(run.map((_, k) => weekOf(first + k)));
  let [nightWh, totalWh] = [0, 0];
  for (const week of weeks) {
    nightWh += week.nightWh;
    totalWh += week.totalWh;
  }
  return { reason: weekOf(first).reason as OppositeProduction["reason"], nightWh, totalWh };
}
