import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocate } from "@/lib/domain/allocation/allocate";
import type { Allocation, AllocationInput } from "@/lib/domain/allocation/allocation";
import { explainStep } from "@/lib/domain/allocation/explain-step";
import type { Coefficients } from "@/lib/domain/coefficients/coefficients";
import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { anyInput } from "./allocation-arbitraries";

const RELATIVE = 1e-9;

const at = (wh: Float64Array | undefined, t: number) => wh?.[t] as number;
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const stepsOf = ({ axis }: { axis: AllocationInput["axis"] }) => Array.from({ length: axis.length }, (_, t) => t);

/** Equal to 1e-9 of the energies of the step, or both missing. */
function expectClose(found: number, expected: number, scaleWh: number) {
  if (Number.isNaN(expected)) expect(found).toBeNaN();
  else expect(Math.abs(found - expected)).toBeLessThanOrEqual(RELATIVE * scaleWh);
}

function expectSame(found: readonly Float64Array[], expected: readonly Float64Array[], scaleWh: number) {
  expect(found).toHaveLength(expected.length);
  for (const [n, wh] of expected.entries()) {
    for (const [t, value] of wh.entries()) expectClose(at(found[n], t), value, scaleWh);
  }
}

function expectSameAllocation(found: Allocation, expected: Allocation, scaleWh = totalWh(expected)) {
  for (const name of ["allocatedWh", "selfConsumedWh", "complementWh"] as const) {
    expectSame(pick(found.consumers, name), pick(expected.consumers, name), scaleWh);
  }
  for (const name of ["selfProducedWh", "surplusWh"] as const) {
    expectSame(pick(found.producers, name), pick(expected.producers, name), scaleWh);
  }
  expectSame(found.pairTotalsWh, expected.pairTotalsWh, scaleWh);
}

function pick<Name extends string>(results: readonly Record<Name, Float64Array>[], name: Name): Float64Array[] {
  return results.map((result) => result[name]);
}

function totalWh({ consumers, producers }: Allocation): number {
  const all = [...consumers.flatMap((one) => Object.values(one)), ...producers.flatMap((one) => Object.values(one))];
  return sum(all.map((wh) => sum([...wh].filter((value) => !Number.isNaN(value)))));
}

describe("at every step", () => {
  test("energy is conserved, and nobody is given more than it withdraws", () => {
    fc.assert(
      fc.property(anyInput(), (input) => {
        const { consumers, producers } = allocate(input);
        for (const t of stepsOf(input)) {
          const productionWh = sum(input.production.map(({ energyWh }) => at(energyWh, t)));
          const selfConsumedWh = sum(consumers.map((consumer) => at(consumer.selfConsumedWh, t)));
          const selfProducedWh = sum(producers.map((producer) => at(producer.selfProducedWh, t)));
          const surplusWh = sum(producers.map((producer) => at(producer.surplusWh, t)));
          expectClose(selfConsumedWh, selfProducedWh, selfConsumedWh);
          expectClose(selfConsumedWh + surplusWh, productionWh, productionWh);
          for (const [i, { selfProducedWh: used, surplusWh: left }] of producers.entries()) {
            expect(Math.min(at(used, t), at(left, t))).toBeGreaterThanOrEqual(0);
            expectClose(at(used, t) + at(left, t), at(input.production[i]?.energyWh, t), at(used, t) + at(left, t));
          }
          for (const [j, { selfConsumedWh: used, complementWh }] of consumers.entries()) {
            const withdrawalWh = at(input.withdrawal[j]?.energyWh, t);
            expect(at(used, t)).toBeGreaterThanOrEqual(0);
            expect(at(used, t)).toBeLessThanOrEqual(withdrawalWh);
            expectClose(at(used, t) + at(complementWh, t), withdrawalWh, withdrawalWh);
          }
        }
      }),
    );
  });

  test("the pairs add up to what each consumer and each producer used", () => {
    fc.assert(
      fc.property(anyInput(), (input) => {
        const { consumers, producers, pairTotalsWh } = allocate(input);
        const totals = pairTotalsWh.map((row) => [...row]);
        for (const [i, { selfProducedWh }] of producers.entries()) {
          expectClose(sum(totals[i] ?? []), sum([...selfProducedWh]), sum([...selfProducedWh]));
        }
        for (const [j, { selfConsumedWh }] of consumers.entries()) {
          if (totals.length > 0) {
            expectClose(sum(totals.map((row) => row[j] as number)), sum([...selfConsumedWh]), sum([...selfConsumedWh]));
          }
        }
      }),
    );
  });

  test("the default key gives all it can", () => {
    fc.assert(
      fc.property(anyInput({ kinds: ["default"] }), (input) => {
        const { consumers, producers } = allocate(input);
        for (const t of stepsOf(input)) {
          const productionWh = sum(input.production.map(({ energyWh }) => at(energyWh, t)));
          const withdrawalWh = sum(input.withdrawal.map(({ energyWh }) => at(energyWh, t)));
          const bestWh = Math.min(productionWh, withdrawalWh);
          expectClose(sum(consumers.map(({ selfConsumedWh }) => at(selfConsumedWh, t))), bestWh, bestWh);
          if (productionWh <= withdrawalWh) {
            for (const { surplusWh } of producers) expect(at(surplusWh, t)).toBe(0);
          }
        }
      }),
    );
  });
});

describe("symmetries", () => {
  test("twice the energy, twice the result", () => {
    fc.assert(
      fc.property(anyInput({ missing: true }), fc.constantFrom(0.5, 2, 1024), (input, factor) => {
        const scaled = (series: readonly EnergySeries[]) =>
          series.map(({ axis, energyWh }) => ({ axis, energyWh: energyWh.map((wh) => wh * factor) }));
        const found = allocate({
          ...input,
          production: scaled(input.production),
          withdrawal: scaled(input.withdrawal),
        });
        const { consumers, producers, pairTotalsWh, axis } = allocate(input);
        const times = (wh: Float64Array) => wh.map((value) => value * factor);
        expect(found).toEqual({
          axis,
          consumers: consumers.map((one) => ({
            allocatedWh: times(one.allocatedWh),
            selfConsumedWh: times(one.selfConsumedWh),
            complementWh: times(one.complementWh),
          })),
          producers: producers.map((one) => ({
            selfProducedWh: times(one.selfProducedWh),
            surplusWh: times(one.surplusWh),
          })),
          pairTotalsWh: pairTotalsWh.map(times),
        });
      }),
    );
  });

  test("the order of producers and consumers changes nothing but the order", () => {
    fc.assert(
      fc.property(anyInput({ missing: true }), (input) => {
        const { axis, consumers, producers, pairTotalsWh } = allocate(input);
        const found = allocate({
          axis: input.axis,
          production: input.production.toReversed(),
          withdrawal: input.withdrawal.toReversed(),
          coefficients: reverse(input.coefficients),
        });
        expectSameAllocation(found, {
          axis,
          consumers: consumers.toReversed(),
          producers: producers.toReversed(),
          pairTotalsWh: pairTotalsWh.toReversed().map((row) => row.toReversed()),
        });
      }),
    );
  });

  test("two halves of a producer are worth the whole", () => {
    fc.assert(
      fc.property(anyInput({ missing: true, minProducers: 1 }), (input) => {
        const [first, ...others] = input.production;
        const { axis, energyWh } = first as EnergySeries;
        const half = { axis, energyWh: energyWh.map((wh) => wh / 2) };
        const whole = allocate(input);
        const split = allocate({
          ...input,
          production: [half, half, ...others],
          coefficients: repeatFirstProducer(input.coefficients),
        });
        const again = { ...split, producers: split.producers.slice(1), pairTotalsWh: split.pairTotalsWh.slice(1) };
        const twice = (wh: Float64Array) => wh.map((value) => value * 2);
        const [one] = again.producers;
        expectSameAllocation(
          {
            ...again,
            producers: again.producers.with(0, {
              selfProducedWh: twice(one?.selfProducedWh as Float64Array),
              surplusWh: twice(one?.surplusWh as Float64Array),
            }),
            pairTotalsWh: again.pairTotalsWh.with(0, twice(again.pairTotalsWh[0] as Float64Array)),
          },
          whole,
        );
      }),
    );
  });

  test("constant dynamic coefficients are static ones", () => {
    fc.assert(
      fc.property(anyInput({ kinds: ["static"], missing: true }), (input) => {
        if (input.coefficients.kind !== "static") throw new Error("static was asked for");
        const constant = input.coefficients.ppm.map((ppm) => new Uint32Array(input.axis.length).fill(ppm));
        const expected = allocate(input);
        expect(allocate({ ...input, coefficients: { kind: "dynamic_simple", ppm: constant } })).toEqual(expected);
        const full = { kind: "dynamic_full" as const, ppm: input.production.map(() => constant) };
        expectSameAllocation(allocate({ ...input, coefficients: full }), expected);
      }),
    );
  });

  test("a dynamic key that falls back at every step is the default key", () => {
    fc.assert(
      fc.property(anyInput({ kinds: ["dynamic_simple", "dynamic_full"], missing: true }), (input) => {
        const everywhere = { ...input.coefficients, defaultSteps: new Uint8Array(input.axis.length).fill(1) };
        const expected = allocate({ ...input, coefficients: { kind: "default" } });
        expectSameAllocation(allocate({ ...input, coefficients: everywhere as Coefficients }), expected);
      }),
    );
  });
});

test("says the same as the five steps, one step after the other", () => {
  fc.assert(
    fc.property(anyInput({ missing: true }), (input) => expectSameAllocation(allocate(input), allocateNaively(input))),
    { numRuns: 500 },
  );
});

test("inputs are not modified, and the result is the same twice", () => {
  fc.assert(
    fc.property(anyInput({ missing: true }), (input) => {
      const before = structuredClone(input);
      const once = allocate(input);
      expect(allocate(input)).toEqual(once);
      expect(input).toEqual(before);
    }),
  );
});

/** The reference: `explainStep` on every step, summed. */
function allocateNaively(input: AllocationInput): Allocation {
  const steps = stepsOf(input).map((t) => explainStep(input, t));
  const over = (value: (step: (typeof steps)[number]) => number | undefined) =>
    Float64Array.from(steps, (step) => value(step) as number);
  return {
    axis: input.axis,
    consumers: input.withdrawal.map((_, j) => ({
      allocatedWh: over((step) => step.allocatedWh[j]),
      selfConsumedWh: over((step) => step.selfConsumedWh[j]),
      complementWh: over((step) => step.complementWh[j]),
    })),
    producers: input.production.map((_, i) => ({
      selfProducedWh: over((step) => step.selfProducedWh[i]),
      surplusWh: over((step) => step.surplusWh[i]),
    })),
    pairTotalsWh: input.production.map((_, i) =>
      Float64Array.from(input.withdrawal, (_, j) => sum(steps.map((step) => step.finalWh[i]?.[j] as number))),
    ),
  };
}

function reverse(coefficients: Coefficients): Coefficients {
  switch (coefficients.kind) {
    case "default":
      return coefficients;
    case "static":
      return { ...coefficients, ppm: coefficients.ppm.toReversed() };
    case "dynamic_simple":
      return { ...coefficients, ppm: coefficients.ppm.toReversed() };
    case "dynamic_full":
      return { ...coefficients, ppm: coefficients.ppm.toReversed().map((rows) => rows.toReversed()) };
  }
}

function repeatFirstProducer(coefficients: Coefficients): Coefficients {
  if (coefficients.kind !== "dynamic_full") return coefficients;
  const [first, ...others] = coefficients.ppm;
  return { ...coefficients, ppm: [first ?? [], first ?? [], ...others] };
}
