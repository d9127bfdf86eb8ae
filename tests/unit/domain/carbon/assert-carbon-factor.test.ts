import { expect, test } from "vitest";
import published from "@/lib/content/carbon/published-factors.json";
import { assertCarbonFactor } from "@/lib/domain/carbon/assert-carbon-factor";
import { civilDate } from "@/lib/domain/time/civil-date";

const GOOD = {
  from: civilDate("2026-01-01"),
  gridGramsPerKwh: 50,
  ownGramsPerKwh: null,
  source: "Inventée pour le test",
  year: 2025,
};

test.for([
  ["gridGramsPerKwh", { gridGramsPerKwh: -1 }],
  ["gridGramsPerKwh", { gridGramsPerKwh: Number.NaN }],
  ["gridGramsPerKwh", { gridGramsPerKwh: 2001 }],
  ["ownGramsPerKwh", { ownGramsPerKwh: -0.1 }],
  ["source", { source: " " }],
  ["year", { year: 24 }],
  ["year", { year: 2024.5 }],
] as const)("refuses %s: %j", ([field, wrong]) => {
  expect(() => assertCarbonFactor({ ...GOOD, ...wrong })).toThrow(
    expect.objectContaining({ code: "INVALID_CARBON_FACTOR", details: { field } }),
  );
});

test("takes a factor with and without the roofs', and every one that is proposed", () => {
  for (const each of [{}, { ownGramsPerKwh: 44 }, ...published]) {
    expect(() => assertCarbonFactor({ ...GOOD, ...each })).not.toThrow();
  }
});
