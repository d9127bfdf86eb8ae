import { expect, test } from "vitest";
import { findPrice } from "@/lib/domain/tariffs/find-price";
import { indexPrices } from "@/lib/domain/tariffs/price-book";
import type { PriceEntry } from "@/lib/domain/tariffs/price-entry";
import { civilDate } from "@/lib/domain/time/civil-date";

const [FEBRUARY, MAY, AUGUST] = ["2026-02-01", "2026-05-01", "2026-08-01"].map(civilDate) as [
  PriceEntry["from"],
  PriceEntry["from"],
  PriceEntry["from"],
];

const excise = (from: PriceEntry["from"], values: PriceEntry["values"], code = "households"): PriceEntry => ({
  ...{
    kind: "excise",
    meteringPointId: null,
    producerId: null,
    participantId: null,
    code,
    from,
    values,
    source: "test",
  },
});

const SHIPPED = [
  excise(FEBRUARY, { BASE: 3_000 }),
  excise(AUGUST, { BASE: 3_100 }),
  excise(AUGUST, { BASE: 2_500 }, "high_power"),
];

const onEachDay = (own: readonly PriceEntry[], code = "households") => {
  const book = indexPrices(own, SHIPPED);
  return [FEBRUARY, MAY, AUGUST].map((day) => findPrice(book, "excise", [{ code }], day)?.BASE ?? null);
};

test("shipped prices hold while none of its own is entered", () => {
  expect(onEachDay([])).toEqual([3_000, 3_000, 3_100]);
});

test.for([
  ["from the first day", [excise(FEBRUARY, { BASE: 1 })], [1, 1, 1]],
  ["between two shipped ones", [excise(MAY, { BASE: 1 })], [3_000, 1, 1]],
  ["on the day of a shipped one", [excise(AUGUST, { BASE: 1 })], [3_000, 3_000, 1]],
  ["not known", [excise(MAY, {})], [3_000, null, null]],
] as const)("an own price %s: no shipped one of a later day takes its place", ([, own, expected]) => {
  expect(onEachDay(own)).toEqual(expected);
  expect(onEachDay(own, "high_power")).toEqual([null, null, 2_500]);
});
