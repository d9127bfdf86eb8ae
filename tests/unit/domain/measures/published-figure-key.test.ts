import { expect, test } from "vitest";
import type { PublishedFigure } from "@/lib/domain/measures/published-figure";
import { publishedFigureKey } from "@/lib/domain/measures/published-figure-key";
import { civilDate } from "@/lib/domain/time/civil-date";

const period = { from: civilDate("2026-03-01"), toExclusive: civilDate("2026-04-01") };
const ENERGY: PublishedFigure = {
  kind: "energy",
  meteringPointId: "a",
  quantity: "withdrawal",
  period,
  tariffPeriod: "HP",
  source: "energy_file",
  energyWh: 1,
};
const SHARE: PublishedFigure = { kind: "share", producerId: "a", consumerId: "b", period, energyWh: 1 };

test("the same thing with another energy has the same key", () => {
  expect(publishedFigureKey({ ...ENERGY, energyWh: 2 })).toBe(publishedFigureKey(ENERGY));
  expect(publishedFigureKey({ ...SHARE, energyWh: 2 })).toBe(publishedFigureKey(SHARE));
});

test("another point, quantity, period, tariff period or source has another key", () => {
  const others: readonly PublishedFigure[] = [
    ENERGY,
    { ...ENERGY, meteringPointId: null },
    { ...ENERGY, quantity: "complement" },
    { ...ENERGY, period: { ...period, toExclusive: civilDate("2026-04-02") } },
    { ...ENERGY, tariffPeriod: null },
    { ...ENERGY, source: "summary" },
    SHARE,
    { ...SHARE, producerId: "b", consumerId: "a" },
  ];
  expect(new Set(others.map(publishedFigureKey)).size).toBe(others.length);
});
