import fc from "fast-check";
import { expect, test } from "vitest";
import { spreadYear, type YearShape } from "@/lib/domain/forecast/spread-year";
import { civilDate } from "@/lib/domain/time/civil-date";

const SHAPES: readonly YearShape[] = ["even", "solar_roof", "public_building", "dwelling"];
const JANUARY = civilDate("2026-01-01");

test("gives twelve months that add up to the year, to the watt-hour", () => {
  fc.assert(
    fc.property(fc.constantFrom(...SHAPES), fc.integer({ min: 0, max: 1e12 }), (shape, totalWh) => {
      const months = spreadYear(JANUARY, totalWh, shape);
      expect(months).toHaveLength(12);
      expect(months.every((wh) => wh >= 0 && Number.isInteger(wh))).toBe(true);
      expect(months.reduce((sum, wh) => sum + wh, 0)).toBe(totalWh);
    }),
    { numRuns: 20 },
  );
});

test("an even year follows the hours of its months, that of the clock changes included", () => {
  const months = spreadYear(JANUARY, 8_760_000, "even");
  expect(months[0]).toBe(744_000);
  expect(months[1]).toBe(672_000);
  expect(months[2]).toBe(743_000);
  expect(months[9]).toBe(745_000);
});

test("a roof gives more than twice as much in July as in December", () => {
  const roof = spreadYear(JANUARY, 1e9, "solar_roof");
  expect(roof[6]).toBeGreaterThan(2 * (roof[11] as number));
});

test("begins with the month it is asked for", () => {
  const fromOctober = spreadYear(civilDate("2025-10-01"), 1e9, "solar_roof");
  expect(fromOctober[9]).toBeGreaterThan(fromOctober[2] as number); // July, December
});
