import { pathToFileURL } from "node:url";
import { allocate } from "@/lib/domain/allocation/allocate";
import type { AllocationInput } from "@/lib/domain/allocation/allocation";
import { explainStep } from "@/lib/domain/allocation/explain-step";
import { type Coefficients, WHOLE_PPM } from "@/lib/domain/coefficients/coefficients";

/** One measurement, as a ratio to a reference timed in the same run: machines differ, ratios hardly. */
export type BenchRow = {
  readonly name: string;
  readonly ratio: number;
  /** The ratio should stay at or below it; `null`: for information. */
  readonly aim: number | null;
  readonly detail: string;
};

const DAYS = 365;
const STEPS = DAYS * 48;
const CONSUMERS = 300;
const PRODUCERS = 3;
const ROUNDS = 21;
const SAMPLE = 20;

const axis = { startMs: Date.UTC(2025, 11, 31, 23), stepMinutes: 30, length: STEPS };

/**
 * Times the allocation of a year of half-hours against one copy of its consumers' arrays, and against `explainStep` on
 * every step. The producers are photovoltaic: at night there is nothing to share, and the allocation knows it; one row
 * says what production day and night costs.
 */
export function benchAllocation(): BenchRow[] {
  const noise = createNoise();
  const series = (wh: (t: number) => number) => ({
    axis,
    energyWh: Float64Array.from({ length: STEPS }, (_, t) => Math.round(2 * wh(t)) / 2),
  });
  const several = <Value>(count: number, make: () => Value) => Array.from({ length: count }, make);
  const withdrawal = several(CONSUMERS, () => series(() => 1_000 * noise() ** 2));
  const solar = several(PRODUCERS, () => series((t) => 60_000 * noise() * sun(t)));
  const hydraulic = several(PRODUCERS, () => series(() => 60_000 * noise()));

  const upToPpm = WHOLE_PPM / CONSUMERS;
  const rows = () => several(CONSUMERS, () => Uint32Array.from({ length: STEPS }, () => Math.floor(noise() * upToPpm)));
  const defaultSteps = Uint8Array.from({ length: STEPS }, () => (noise() < 0.01 ? 1 : 0));
  const equal: Coefficients = { kind: "static", ppm: several(CONSUMERS, () => Math.floor(upToPpm)) };
  const simple: Coefficients = { kind: "dynamic_simple", ppm: rows(), defaultSteps };
  const full: Coefficients = { kind: "dynamic_full", ppm: several(PRODUCERS, rows), defaultSteps };

  const input = { axis, production: solar, withdrawal };
  return [
    ...measure("default", 8, { ...input, coefficients: { kind: "default" } }),
    ...measure("static", 8, { ...input, coefficients: equal }),
    ...measure("static, producing day and night", null, { ...input, production: hydraulic, coefficients: equal }),
    ...measure("dynamic simple", 8, { ...input, coefficients: simple }),
    ...measure("full dynamic", 12, { ...input, coefficients: full }),
  ];
}

function measure(label: string, aim: number | null, input: AllocationInput): BenchRow[] {
  const copiesMs: number[] = [];
  const allocationsMs: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // In turns, so that the machine's moods fall on both.
    copiesMs.push(time(() => input.withdrawal.map(({ energyWh }) => energyWh.slice())));
    allocationsMs.push(time(() => allocate(input)));
  }
  const naiveMs = SAMPLE * time(() => everyTwentieth((t) => explainStep(input, t)));
  const [copyMs, allocationMs] = [median(copiesMs), median(allocationsMs)];
  return [
    {
      name: `allocate, ${label} / copy`,
      ratio: allocationMs / copyMs,
      aim,
      detail: `${allocationMs.toFixed(1)} ms, one copy of the consumers' arrays ${copyMs.toFixed(1)} ms`,
    },
    {
      name: `allocate, ${label} / step by step`,
      ratio: allocationMs / naiveMs,
      aim: null,
      detail: `explainStep on each of the ${STEPS} steps ${naiveMs.toFixed(0)} ms`,
    },
  ];
}

function everyTwentieth(run: (step: number) => unknown): void {
  for (let t = 0; t < STEPS; t += SAMPLE) run(t);
}

function time(run: () => unknown): number {
  const startMs = performance.now();
  run();
  return performance.now() - startMs;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

/** Roughly what the sun gives at a half-hour of the year: 8 hours of it in December, 16 in June. [0 to 1] */
function sun(step: number): number {
  const day = step / 48;
  const hoursFromNoon = (step % 48) / 2 + 0.25 - 12;
  const halfDayHours = 6 - 2 * Math.cos((2 * Math.PI * (day + 10)) / DAYS);
  return Math.max(0, Math.cos((Math.PI / 2) * Math.min(1, Math.abs(hoursFromNoon) / halfDayHours)) - 1e-9);
}

/** Uniform numbers in [0, 1[, the same at each run (Park and Miller, 1988). */
function createNoise(): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { name, ratio, aim, detail } of benchAllocation()) {
    console.info(`${name}: ${ratio.toFixed(3)}${aim === null ? "" : ` (aim ≤ ${aim})`} · ${detail}`);
  }
}
