import { expect, test } from "vitest";
import { avoidedCarbon } from "@/lib/domain/carbon/avoided-carbon";
import type { CarbonFactor } from "@/lib/domain/carbon/carbon-factor";
import { civilDate } from "@/lib/domain/time/civil-date";

const factor = (from: string, gridGramsPerKwh: number, ownGramsPerKwh: number | null = null): CarbonFactor => ({
  from: civilDate(from),
  gridGramsPerKwh,
  ownGramsPerKwh,
  source: "Inventée pour le test",
  year: 2025,
});

const OCTOBER = { from: civilDate("2025-10-01"), toExclusive: civilDate("2025-11-01") };

test.for([
  ["the network's factor", [factor("2025-01-01", 52)], 520],
  ["less what the roofs emit", [factor("2025-01-01", 52, 44)], 80],
  ["more than the network emits", [factor("2025-01-01", 20, 44)], -240],
  ["the one in force, not a later one", [factor("2026-01-01", 900), factor("2025-01-01", 52)], 520],
  ["each for its days when it changes within", [factor("2025-10-11", 31), factor("2025-01-01", 62)], 10 * 20 + 10 * 21],
  ["none", [], null],
  ["none for the first days", [factor("2025-10-02", 52)], null],
] as const)("10 kWh avoid, by %s", ([, factors, grams]) => {
  const avoided = avoidedCarbon(OCTOBER, 10_000, factors);
  if (grams === null) expect(avoided).toBeNull();
  else expect(avoided).toBeCloseTo(grams, 9);
});
