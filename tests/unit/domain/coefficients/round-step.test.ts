import fc from "fast-check";
import { expect, test } from "vitest";
import { roundStep } from "@/lib/domain/coefficients/round-step";

function round(shares: readonly number[], unitPpm: number): number[] {
  const rounded = new Uint32Array(shares.length);
  roundStep(Object.freeze([...shares]), unitPpm, rounded);
  return [...rounded];
}

test.for([
  {
    why: "three thirds make a whole, the first goes up",
    shares: [1e6 / 3, 1e6 / 3, 1e6 / 3],
    unit: 100,
    rounded: [333_400, 333_300, 333_300],
  },
  {
    why: "3 × 33,33 + 0,01 is already exact",
    shares: [333_300, 333_300, 333_300, 100],
    unit: 100,
    rounded: [333_300, 333_300, 333_300, 100],
  },
  { why: "who loses most goes up", shares: [100_040, 200_060, 0], unit: 100, rounded: [100_000, 200_100, 0] },
  { why: "nobody stays at 0", shares: [0, 0], unit: 100, rounded: [0, 0] },
  { why: "the whole of one", shares: [1_000_000, 0], unit: 1_000, rounded: [1_000_000, 0] },
  { why: "never more than there was", shares: [50, 40], unit: 100, rounded: [0, 0] },
  { why: "dust of a division is not a loss", shares: [0.1 * 3 * 1e6, 7e5], unit: 1_000, rounded: [300_000, 700_000] },
  { why: "fractions of a ppm", shares: [1e6 / 7, 6e6 / 7], unit: 1, rounded: [142_857, 857_143] },
])("$why", ({ shares, unit, rounded }) => {
  expect(round(shares, unit)).toEqual(rounded);
});

const someShares = fc
  .tuple(fc.array(fc.nat({ max: 5_000 }), { minLength: 1, maxLength: 60 }), fc.integer({ min: 0, max: 1_000_000 }))
  .map(([weights, sumPpm]) => {
    const sum = weights.reduce((a, b) => a + b, 0) || 1;
    return weights.map((weight) => (weight * sumPpm) / sum);
  });
const someUnit = fc.constantFrom(1, 10, 100, 1_000);

test("each share goes to one of its two neighbours, their sum down to the precision", () => {
  fc.assert(
    fc.property(someShares, someUnit, (shares, unit) => {
      const rounded = round(shares, unit);
      const sum = rounded.reduce((a, b) => a + b, 0);
      const lost = shares.reduce((a, b) => a + b, 0) - sum;
      expect(lost).toBeGreaterThan(-1e-3);
      expect(lost).toBeLessThan(unit);
      expect(sum).toBeLessThanOrEqual(1_000_000);
      for (const [j, share] of shares.entries()) {
        expect(Math.abs((rounded[j] as number) - share)).toBeLessThan(unit);
        expect((rounded[j] as number) % unit).toBe(0);
      }
    }),
  );
});

test("what is rounded stays as it is, and a larger share never ends below a smaller one", () => {
  fc.assert(
    fc.property(someShares, someUnit, (shares, unit) => {
      const rounded = round(shares, unit);
      expect(round(rounded, unit)).toEqual(rounded);
      const pairs = shares.map((share, j) => ({ share, rounded: rounded[j] as number }));
      pairs.sort((a, b) => a.share - b.share || a.rounded - b.rounded);
      for (const [k, { rounded: value, share }] of pairs.entries()) {
        const next = pairs[k + 1];
        if (next && next.share > share + 1e-6) expect(next.rounded).toBeGreaterThanOrEqual(value);
      }
    }),
  );
});
