import fc from "fast-check";
import type { AllocationInput } from "@/lib/domain/allocation/allocation";
import { type Coefficients, WHOLE_PPM } from "@/lib/domain/coefficients/coefficients";
import type { TimeAxis } from "@/lib/domain/time/time-axis";

export type Kind = Coefficients["kind"];

export const KINDS: readonly Kind[] = ["default", "static", "dynamic_simple", "dynamic_full"];

/** Energies of any size a meter knows, and nothing at all often enough. [Wh] */
const energy = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 20_000 }).map((half) => half / 2) },
  { weight: 2, arbitrary: fc.double({ min: 1e-3, max: 1e6, noNaN: true }) },
);

type Options = {
  readonly kinds?: readonly Kind[];
  /** Some values are missing. */
  readonly missing?: boolean;
  readonly minProducers?: number;
};

/** Inputs that `allocate` accepts: a few producers, consumers and steps, either possibly none. */
export function anyInput({ kinds = KINDS, missing = false, minProducers = 0 }: Options = {}) {
  const value = missing
    ? fc.oneof({ weight: 6, arbitrary: energy }, { weight: 1, arbitrary: fc.constant(NaN) })
    : energy;
  return fc
    .record({
      producers: fc.integer({ min: minProducers, max: 4 }),
      consumers: fc.integer({ min: 0, max: 5 }),
      length: fc.integer({ min: 1, max: 6 }),
      kind: fc.constantFrom(...kinds),
    })
    .chain(({ producers, consumers, length, kind }) => {
      const axis: TimeAxis = { startMs: 0, stepMinutes: 30, length };
      const series = fc
        .array(value, { minLength: length, maxLength: length })
        .map((wh) => ({ axis, energyWh: Float64Array.from(wh) }));
      const several = (count: number) => fc.array(series, { minLength: count, maxLength: count });
      return fc.record({
        axis: fc.constant(axis),
        production: several(producers),
        withdrawal: several(consumers),
        coefficients: anyCoefficients(kind, producers, consumers, length),
      }) satisfies fc.Arbitrary<AllocationInput>;
    });
}

function anyCoefficients(kind: Kind, producers: number, consumers: number, length: number): fc.Arbitrary<Coefficients> {
  const row = anyRowPpm(consumers);
  const rows = fc.array(row, { minLength: length, maxLength: length }).map((steps) => transpose(steps, consumers));
  const defaultSteps = fc.option(
    fc
      .array(fc.integer({ min: 0, max: 1 }), { minLength: length, maxLength: length })
      .map((mask) => Uint8Array.from(mask)),
    { nil: undefined },
  );
  const masked = <Dynamic extends object>(coefficients: Dynamic, mask: Uint8Array | undefined) =>
    mask ? { ...coefficients, defaultSteps: mask } : coefficients;
  switch (kind) {
    case "default":
      return fc.constant({ kind });
    case "static":
      return row.map((ppm) => ({ kind, ppm }));
    case "dynamic_simple":
      return fc.tuple(rows, defaultSteps).map(([ppm, mask]) => masked({ kind, ppm }, mask));
    case "dynamic_full":
      return fc
        .tuple(fc.array(rows, { minLength: producers, maxLength: producers }), defaultSteps)
        .map(([ppm, mask]) => masked({ kind, ppm }, mask));
  }
}

/** A row of coefficients: often the whole to the last ppm, sometimes less, sometimes nothing. */
function anyRowPpm(consumers: number): fc.Arbitrary<number[]> {
  return fc
    .tuple(
      fc.array(fc.integer({ min: 0, max: 100 }), { minLength: consumers, maxLength: consumers }),
      fc.constantFrom(0, 333_333, 900_000, WHOLE_PPM, WHOLE_PPM, WHOLE_PPM),
    )
    .map(([weights, sumPpm]) => {
      const sum = weights.reduce((a, b) => a + b, 0);
      const ppm = weights.map((weight) => (sum === 0 ? 0 : Math.floor((weight * sumPpm) / sum)));
      const rest = sumPpm - ppm.reduce((a, b) => a + b, 0);
      return ppm.map((share, j) => (j === 0 ? share + rest : share));
    });
}

function transpose(steps: readonly number[][], consumers: number): Uint32Array[] {
  return Array.from({ length: consumers }, (_, j) => Uint32Array.from(steps, (row) => row[j] as number));
}
