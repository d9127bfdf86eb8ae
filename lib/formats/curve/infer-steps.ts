import type { StampConvention } from "./curve-reading";
import { VALUES_PER_HOUR } from "./hourly-curve";

const MINUTE_MS = 60_000;
const STEPS: readonly number[] = VALUES_PER_HOUR.map((count) => 60 / count);

// Fewer equal intervals in a row may be missing lines as well as a coarser step.
const SHORTEST_RUN = 4;

/**
 * The step of each point of a curve, from the intervals between their stamps.
 *
 * An interval may be a step, or a gap. Four in a row of one length that a step can
 * have are a step; the others take that of the points beside them. A stretch
 * shorter than that is not seen, and its points are read with the step around it.
 *
 * @param stampMs - Stamps, ascending. [ms] (T,)
 * @param convention - Whether the interval before or after a stamp is its own.
 * @param hintMinutes - What the file says its step is; used where no run tells.
 * @returns Steps, 0 nowhere; null when neither stamps nor hint tell. [min] (T,)
 */
export function inferSteps(
  stampMs: Float64Array,
  convention: StampConvention,
  hintMinutes: number | null,
): Uint8Array | null {
  const intervals = stepOfIntervals(stampMs);
  const fallback = hintMinutes ?? smallestStep(stampMs);
  const [own, other] = convention === "end" ? [-1, 0] : [0, -1];
  const steps = new Uint8Array(stampMs.length);
  for (let t = 0; t < steps.length; t += 1) {
    steps[t] = intervals[t + own] || intervals[t + other] || steps[t - 1] || 0;
  }
  const firstKnown = steps.find((step) => step > 0) ?? fallback;
  if (firstKnown === null) return null;
  return steps.map((step) => step || firstKnown);
}

// Of each interval between two stamps; 0 where it is in no run.
function stepOfIntervals(stampMs: Float64Array): Uint8Array {
  const steps = new Uint8Array(Math.max(0, stampMs.length - 1));
  for (let start = 0; start < steps.length; ) {
    const interval = (stampMs[start + 1] as number) - (stampMs[start] as number);
    let end = start + 1;
    while (end < steps.length && (stampMs[end + 1] as number) - (stampMs[end] as number) === interval) end += 1;
    const isStep = end - start >= SHORTEST_RUN && STEPS.includes(interval / MINUTE_MS);
    if (isStep) steps.fill(interval / MINUTE_MS, start, end);
    start = end;
  }
  return steps;
}

function smallestStep(stampMs: Float64Array): number | null {
  const intervals = stampMs.subarray(1).map((ms, index) => (ms - (stampMs[index] as number)) / MINUTE_MS);
  return STEPS.toReversed().find((step) => intervals.includes(step)) ?? null;
}
