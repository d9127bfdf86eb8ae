import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { energyToPowerW } from "@/lib/domain/series/energy-to-power-w";
import type { CalendarGrain } from "./calendar-grain";
import type { CurveBucket } from "./curve-bucket";
import { nextGrainMs } from "./next-grain-ms";

/**
 * Sums a curve up by hour, day, week or month, so that a screen never draws more than it can show.
 *
 * Energy and extremes are kept: the known energy of the buckets adds up to that of the curve, and their lowest and
 * highest powers are its own. A missing step hides neither itself nor the known ones.
 *
 * @param series - Any axis whose steps lie inside the hours. [Wh per step] (T,)
 * @param grain - « step » gives one bucket per step.
 * @returns In order, none empty.
 */
export function downSample({ axis, energyWh }: EnergySeries, grain: CalendarGrain): readonly CurveBucket[] {
  const stepMs = axis.stepMinutes * 60_000;
  const buckets: CurveBucket[] = [];
  let start = 0;
  while (start < axis.length) {
    const startMs = axis.startMs + start * stepMs;
    const wantedEndMs = grain === "step" ? startMs + stepMs : nextGrainMs(startMs, grain);
    const end = Math.min(axis.length, Math.ceil((wantedEndMs - axis.startMs) / stepMs));
    const endMs = axis.startMs + end * stepMs;
    buckets.push({ startMs, endMs, ...sumUp(energyWh, start, end, axis.stepMinutes) });
    start = end;
  }
  return buckets;
}

function sumUp(energyWh: Float64Array, start: number, end: number, stepMinutes: number) {
  let [knownWh, knownCount, minWh, maxWh] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let t = start; t < end; t += 1) {
    const value = energyWh[t] as number;
    if (Number.isNaN(value)) continue;
    knownWh += value;
    knownCount += 1;
    minWh = Math.min(minWh, value);
    maxWh = Math.max(maxWh, value);
  }
  const stepCount = end - start;
  const toPowerW = (stepWh: number) => (knownCount === 0 ? null : energyToPowerW(stepWh, stepMinutes));
  return {
    stepCount,
    missingCount: stepCount - knownCount,
    totalWh: knownCount === stepCount ? knownWh : null,
    knownWh,
    meanW: toPowerW(knownWh / knownCount),
    minW: toPowerW(minWh),
    maxW: toPowerW(maxWh),
  };
}
