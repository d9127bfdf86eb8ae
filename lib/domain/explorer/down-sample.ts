import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { energyToPowerW } from "@/lib/domain/series/energy-to-power-w";
import { isSameAxis, type TimeAxis } from "@/lib/domain/time/time-axis";
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
  return listSpans(axis, grain).map(({ start, end, startMs, endMs }) => ({
    startMs,
    endMs,
    ...sumUp(energyWh, start, end, axis.stepMinutes),
  }));
}

type Span = { readonly start: number; readonly end: number; readonly startMs: number; readonly endMs: number };

// The curves of a plot ask for the days of one and the same axis, one after the other.
let latest: { readonly axis: TimeAxis; readonly grain: CalendarGrain; readonly spans: readonly Span[] } | undefined;

function listSpans(axis: TimeAxis, grain: CalendarGrain): readonly Span[] {
  if (!latest || latest.grain !== grain || !isSameAxis(latest.axis, axis)) {
    latest = { axis, grain, spans: computeSpans(axis, grain) };
  }
  return latest.spans;
}

function computeSpans(axis: TimeAxis, grain: CalendarGrain): readonly Span[] {
  const stepMs = axis.stepMinutes * 60_000;
  const spans: Span[] = [];
  let start = 0;
  while (start < axis.length) {
    const startMs = axis.startMs + start * stepMs;
    const wantedEndMs = grain === "step" ? startMs + stepMs : nextGrainMs(startMs, grain);
    const end = Math.min(axis.length, Math.ceil((wantedEndMs - axis.startMs) / stepMs));
    spans.push({ start, end, startMs, endMs: axis.startMs + end * stepMs });
    start = end;
  }
  return spans;
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
