import { expect, test } from "vitest";
import { DEMONSTRATION_METERING_POINTS } from "@/lib/domain/demonstration/demonstration-metering-points";
import { DEMONSTRATION_PRICES } from "@/lib/domain/demonstration/demonstration-prices";
import { assertPrice } from "@/lib/domain/tariffs/assert-price";
import type { PriceEntry } from "@/lib/domain/tariffs/price-entry";
import { civilDate } from "@/lib/domain/time/civil-date";
import { readPublicPrices } from "@/lib/services/money/read-public-prices";

const PRICE: PriceEntry = {
  ...{ kind: "supply", from: civilDate("2026-04-01"), values: { HP: 21_500, HC: 16_200 }, source: "marché" },
  ...{ meteringPointId: null, producerId: null, participantId: null, code: null },
};

test("every public price that is shipped is one, from a day of its own", () => {
  const prices = readPublicPrices();
  for (const price of prices) expect(() => assertPrice(price)).not.toThrow();
  const keys = prices.map(({ kind, code, from }) => `${kind} ${code} ${from}`);
  expect(new Set(keys).size).toBe(keys.length);
});

test("the demonstration's prices are prices, of metering points it has", () => {
  const prms = new Set(DEMONSTRATION_METERING_POINTS.map(({ prm }) => prm));
  for (const { prm, holder, code, ...price } of DEMONSTRATION_PRICES) {
    if (prm) expect(prms).toContain(prm);
    const subject = {
      meteringPointId: prm ?? null,
      producerId: null,
      participantId: holder ?? null,
      code: code ?? null,
    };
    expect(() => assertPrice({ ...price, ...subject })).not.toThrow();
  }
});

test.for<[string, Partial<PriceEntry>, string]>([
  ["of the wrong subject", { participantId: "x" }, "subject"],
  ["of half a pair", { kind: "internal", values: { BASE: 0 }, meteringPointId: "x" }, "subject"],
  ["of a formula where there is none", { code: "CU4" }, "code"],
  ["without its formula", { kind: "network_ordinary" }, "code"],
  ["under no name known", { values: { HPX: 1 } }, "name"],
  ["that says only a part", { kind: "contract", values: { formula: "CU4" } }, "name"],
  ["below 0", { values: { HP: -1 } }, "value"],
  ["finer than its unit", { values: { HP: 0.5 } }, "value"],
  ["that is text", { values: { HP: "12" } }, "value"],
  ["from nowhere", { source: " " }, "source"],
])("a price %s is refused", ([, changes, reason]) => {
  expect(() => assertPrice({ ...PRICE, ...changes })).toThrow(
    expect.objectContaining({ code: "INVALID_PRICE", details: expect.objectContaining({ reason }) }),
  );
});

test("no values say that it is not known", () => {
  expect(() => assertPrice({ ...PRICE, values: {} })).not.toThrow();
});
