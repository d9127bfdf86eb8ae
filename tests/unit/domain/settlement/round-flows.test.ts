import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Flows, roundFlows } from "@/lib/domain/settlement/round-flows";
import { roundWithin } from "@/lib/domain/settlement/round-within";

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe("rounding to a total", () => {
  test.for([
    [[0.4, 0.4, 1.2], 2, null, [1, 0, 1]],
    [[1.5, 1.5], 3, null, [1, 2]],
    [[33.35, 33.35, 33.3], 100, null, [34, 33, 33]],
    [[2, 3, 5], 10, null, [2, 3, 5]],
    [[], 0, null, []],
    [[1.4, 0.6], 2, [1, 1], [1, 1]],
  ] as const)("%j to %d within %j is %j", ([parts, total, limits, expected]) => {
    expect([...roundWithin(parts, total, limits)]).toEqual(expected);
  });

  test("refuses a total that the limits do not reach", () => {
    expect(() => roundWithin([1, 1], 3, [1, 1])).toThrow("cannot be rounded");
  });
});

const power = fc.oneof(
  fc.nat({ max: 40_000 }),
  fc.double({ min: 0, max: 40_000, noNaN: true }),
  fc.double({ min: 0, max: 2, noNaN: true }),
);
const split = fc.double({ min: 0, max: 1, noNaN: true });

/** What consumers took is what producers gave, in some other parts. */
const anyFlows: fc.Arbitrary<Flows> = fc
  .record({
    consumers: fc.array(fc.tuple(power, split), { minLength: 1, maxLength: 30 }),
    producers: fc.array(power, { minLength: 1, maxLength: 8 }),
  })
  .map(({ consumers, producers }) => {
    const wanted = consumers.map(([energy, part]) => energy * part);
    const produced = sum(producers);
    const shared = Math.min(sum(wanted), produced);
    const scale = (values: readonly number[], whole: number) =>
      Float64Array.from(values, (value) => (whole === 0 ? 0 : Math.min(value, (value * shared) / whole)));
    return {
      consumers: {
        energy: Float64Array.from(consumers, ([energy]) => energy),
        shared: scale(wanted, sum(wanted)),
      },
      producers: { energy: Float64Array.from(producers), shared: scale(producers, produced) },
    };
  });

test("rounded flows add up in every direction, and nothing falls below 0", () => {
  fc.assert(
    fc.property(anyFlows, (flows) => {
      const rounded = roundFlows(flows);
      const { consumers, producers, withdrawal, production, selfConsumed } = rounded;
      expect([sum(consumers.energy), sum(producers.energy)]).toEqual([withdrawal, production]);
      expect([sum(consumers.shared), sum(producers.shared)]).toEqual([selfConsumed, selfConsumed]);
      for (const role of ["consumers", "producers"] as const) {
        for (const [index, energy] of rounded[role].energy.entries()) {
          const shared = rounded[role].shared[index] as number;
          expect(Number.isInteger(energy) && Number.isInteger(shared)).toBe(true);
          expect(shared).toBeGreaterThanOrEqual(0);
          expect(shared).toBeLessThanOrEqual(energy);
          expect(Math.abs(energy - (flows[role].energy[index] as number))).toBeLessThanOrEqual(1);
        }
      }
    }),
  );
});

test("whole values stay as they are", () => {
  const flows = {
    consumers: { energy: Float64Array.of(10, 20), shared: Float64Array.of(4.5, 5.5) },
    producers: { energy: Float64Array.of(12), shared: Float64Array.of(10) },
  };
  expect(roundFlows(flows)).toMatchObject({
    consumers: { energy: Float64Array.of(10, 20), shared: Float64Array.of(4, 6) },
    producers: { energy: Float64Array.of(12), shared: Float64Array.of(10) },
    selfConsumed: 10,
  });
});

test("what is missing stays missing, and so do the totals", () => {
  const flows = {
    consumers: { energy: Float64Array.of(Number.NaN, 2.4), shared: Float64Array.of(Number.NaN, 0.6) },
    producers: { energy: Float64Array.of(3.2), shared: Float64Array.of(Number.NaN) },
  };
  const rounded = roundFlows(flows);
  expect([...rounded.consumers.energy]).toEqual([Number.NaN, 2]);
  expect([rounded.withdrawal, rounded.production, rounded.selfConsumed]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});
