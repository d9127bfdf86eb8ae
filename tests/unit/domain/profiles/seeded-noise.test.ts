import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayAnomaly } from "@/lib/domain/profiles/day-anomaly";
import { seededNormal } from "@/lib/domain/profiles/seeded-normal";
import { seededUniform } from "@/lib/domain/profiles/seeded-uniform";
import { smoothNoise } from "@/lib/domain/profiles/smooth-noise";

const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const COUNT = 20_000;

function moments(draw: (key: number) => number) {
  const values = Array.from({ length: COUNT }, (_, key) => draw(key));
  const mean = values.reduce((sum, value) => sum + value, 0) / COUNT;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / COUNT;
  const lagged = values.slice(1).reduce((sum, value, key) => sum + (value - mean) * ((values[key] ?? 0) - mean), 0);
  return { mean, variance, correlation: lagged / COUNT / variance };
}

describe("seededUniform", () => {
  test("stays in [0, 1) and answers alike to the same coordinates", () => {
    fc.assert(
      fc.property(int32, int32, int32, (seed, key, stream) => {
        const value = seededUniform(seed, key, stream);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThan(1);
        expect(seededUniform(seed, key, stream)).toBe(value);
      }),
    );
  });

  test.for([
    ["along the keys", (key: number) => seededUniform(7, key, 0)],
    ["along the seeds", (key: number) => seededUniform(key, 0, 0)],
    ["along the streams", (key: number) => seededUniform(0, 0, key)],
  ] as const)("is uniform and without memory %s", ([, draw]) => {
    const { mean, variance, correlation } = moments(draw);
    expect(mean).toBeCloseTo(0.5, 1.7);
    expect(variance).toBeCloseTo(1 / 12, 2.5);
    expect(Math.abs(correlation)).toBeLessThan(0.03);
  });
});

test("seededNormal has mean 0 and variance 1", () => {
  const { mean, variance, correlation } = moments((key) => seededNormal(7, key, 3));
  expect(Math.abs(mean)).toBeLessThan(0.03);
  expect(Math.abs(variance - 1)).toBeLessThan(0.03);
  expect(Math.abs(correlation)).toBeLessThan(0.03);
});

test("dayAnomaly remembers the day before: variance 1, correlation 0.6", () => {
  const { mean, variance, correlation } = moments((day) => dayAnomaly(7, day, 3));
  expect(Math.abs(mean)).toBeLessThan(0.05);
  expect(Math.abs(variance - 1)).toBeLessThan(0.05);
  expect(Math.abs(correlation - 0.6)).toBeLessThan(0.03);
});

test("smoothNoise goes through its knots without a jump", () => {
  fc.assert(
    fc.property(int32, fc.double({ min: -1e6, max: 1e6, noNaN: true }), (seed, position) => {
      expect(smoothNoise(seed, Math.floor(position), 1)).toBe(seededNormal(seed, Math.floor(position), 1));
      const jump = smoothNoise(seed, position + 1e-6, 1) - smoothNoise(seed, position, 1);
      expect(Math.abs(jump)).toBeLessThan(2e-5);
    }),
  );
});
