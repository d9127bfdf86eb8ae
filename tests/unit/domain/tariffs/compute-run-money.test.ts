import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeRunMoney } from "@/lib/domain/tariffs/compute-run-money";
import { indexPrices } from "@/lib/domain/tariffs/price-book";
import type {
  PricedPart,
  PricedPoint,
  PriceEntry,
  PriceKind,
  PriceSubject,
  PriceValues,
} from "@/lib/domain/tariffs/price-entry";
import type { MoneyGap } from "@/lib/domain/tariffs/run-money";
import { civilDate } from "@/lib/domain/time/civil-date";
import golden from "../../../golden/pezilla-prices.json";

const FIRST = civilDate("2026-04-01");
const MIDDLE = civilDate("2026-04-16");
const NOBODY: PriceSubject = { meteringPointId: null, producerId: null, participantId: null, code: null };

const price = (
  kind: PriceKind,
  values: PriceValues,
  subject: Partial<PriceSubject> = {},
  from = FIRST,
): PriceEntry => ({
  ...{ kind, values, from, source: "test" },
  ...NOBODY,
  ...subject,
});

const ORDINARY = { formula: "CU4", option: "ordinary", excise: "households" };

/** Prices of a municipal operation, in thousandths of a cent: 20 c€/kWh bought, 5 paid to the roof, 10 resold. */
const prices = (changes: readonly PriceEntry[] = []): readonly PriceEntry[] => [
  ...changes,
  price("supply", { BASE: 20_000 }),
  price("internal", { BASE: 5_000 }),
  price("resale", { BASE: 10_000 }),
  price("contract", ORDINARY),
  price("network_ordinary", { HPH: 7_490, HCH: 3_970, HPB: 1_660, HCB: 1_160 }, { code: "CU4" }),
  price("network_shared", { HPH: 2_860, HCH: 1_280, HPB: 760, HCB: 490 }, { code: "CU4" }),
  price("network_complement", { HPH: 7_520, HCH: 4_030, HPB: 1_730, HCB: 1_210 }, { code: "CU4" }),
  price("excise", { BASE: 3_085 }, { code: "households" }),
  price("excise_shared", { BASE: 0 }),
  price("vat", { supply: 200_000, internal: 200_000, fee: 200_000 }),
  price("vat_choice", { included: 1 }),
  price("fee", { energy: 0, period: 0 }),
];

const point = (meteringPointId: string, ...stretches: readonly (readonly PricedPart[])[]): PricedPoint => ({
  meteringPointId,
  participantId: `holder of ${meteringPointId}`,
  stretches: stretches.map((parts, index) => ({ from: index === 0 ? FIRST : MIDDLE, parts })),
});

const kwh = (period: PricedPart["period"], drawn: number, shared: number): PricedPart => ({
  ...{ period, energyWh: drawn * 1000, sharedWh: shared * 1000 },
});

/** One roof, one town hall: 100 kWh drawn at peak in summer, 40 of them from the roof that made 60. */
function simpleRun(parts: readonly PricedPart[] = [kwh("HPB", 100, 40)], entries = prices()) {
  const sharedWh = parts.reduce((sum, part) => sum + part.sharedWh, 0);
  const run = {
    consumers: [point("mairie", parts)],
    producers: [point("toiture", [kwh("BASE", 60, sharedWh / 1000)])],
    pairs: [{ producerId: "toiture", consumerId: "mairie", energyWh: sharedWh }],
  };
  const { consumers, producers } = computeRunMoney(run, indexPrices(entries));
  const [consumer] = consumers;
  const [producer] = producers;
  if (!consumer || !producer) throw new Error("the run has both");
  return { consumer, producer };
}

test("the council's own case: 35 c€ avoided and 10 c€ of resale for each kWh", () => {
  const { energies, expected } = golden;
  const entries = prices([
    price("supply", { BASE: golden.prices.supplyEuroPerKwh * 1e5 }),
    price("internal", { BASE: golden.prices.internalEuroPerKwh }),
    price("resale", { BASE: golden.prices.resaleEuroPerKwh * 1e5 }),
    price("vat_choice", { included: 0 }),
    price("excise", { BASE: 0 }, { code: "households" }),
    price("network_ordinary", { BASE: 0 }, { code: "CU4" }),
  ]);
  const consumers = energies.consumers.map(({ name, withdrawalKwh, selfConsumedKwh }) =>
    point(name, [kwh("BASE", withdrawalKwh, selfConsumedKwh)]),
  );
  const sharedKwh = energies.consumers.reduce((sum, { selfConsumedKwh }) => sum + selfConsumedKwh, 0);
  const money = computeRunMoney(
    {
      consumers,
      producers: [point("toiture", [kwh("BASE", energies.producedKwh, sharedKwh)])],
      pairs: energies.consumers.map(({ name, selfConsumedKwh }) => ({
        ...{ producerId: "toiture", consumerId: name, energyWh: selfConsumedKwh * 1000 },
      })),
    },
    indexPrices(entries),
  );
  expect(money.consumers.map(({ withoutCents }) => withoutCents)).toEqual(expected.withoutCents);
  expect(money.consumers.map(({ savedCents }) => savedCents)).toEqual(expected.savedCents);
  expect(money.producers.map(({ resaleCents }) => resaleCents)).toEqual([expected.resaleCents]);
  const worth = expected.savedCents.reduce((sum, cents) => sum + cents, expected.resaleCents);
  expect(worth - energies.producedKwh * golden.prices.resaleEuroPerKwh * 100).toBe(expected.worthCents);
});

test("a bill by hand: what is saved, part by part, with the ordinary network tariff and with the option", () => {
  // 40 × 20 c€ less; 40 × 5 c€ to the roof; the excise of 40 kWh; 20 % of 8.00 + 1.234 − 2.00.
  const { consumer, producer } = simpleRun();
  expect(consumer).toMatchObject({
    savedCents: 868,
    parts: { supplyCents: 800, internalCents: -200, networkCents: 0, exciseCents: 123, vatCents: 145, feeCents: 0 },
    // 100 × (20 + 1.66 + 3.085) c€ and VAT.
    withoutCents: 2969,
    ordinaryNetworkCents: 166,
    // 40 × 0.76 + 60 × 1.73.
    sharedNetworkCents: 134,
    lacking: [],
  });
  expect(producer).toMatchObject({ internalCents: 200, resaleCents: 200, lacking: [] });
  const shared = simpleRun(undefined, prices([price("contract", { ...ORDINARY, option: "shared" })])).consumer;
  expect(shared.parts?.networkCents).toBe(32);
});

test("the price of a pair goes before that of a holder, and that before the operation's; a fee is paid on top", () => {
  const pair = price("internal", { BASE: 0 }, { meteringPointId: "mairie", producerId: "toiture" });
  const holder = price("internal", { BASE: 8_000 }, { participantId: "holder of mairie" });
  expect(simpleRun(undefined, prices([holder, pair])).producer.internalCents).toBe(0);
  expect(simpleRun(undefined, prices([holder])).producer.internalCents).toBe(320);
  const fee = price("fee", { energy: 1_000, period: 50_000 });
  const { consumer } = simpleRun(undefined, prices([fee, price("vat_choice", { included: 0 })]));
  expect(consumer.parts?.feeCents).toBe(-90);
});

test("a price that changes within the period counts from its day; the internal one by the days' self-consumption", () => {
  const money = computeRunMoney(
    {
      consumers: [point("mairie", [kwh("BASE", 10, 6)], [kwh("BASE", 10, 2)])],
      producers: [point("toiture", [kwh("BASE", 6, 6)], [kwh("BASE", 4, 2)])],
      pairs: [{ producerId: "toiture", consumerId: "mairie", energyWh: 8000 }],
    },
    indexPrices(
      prices([
        price("supply", { BASE: 10_000 }, {}, MIDDLE),
        price("internal", { BASE: 1_000 }, {}, MIDDLE),
        price("resale", { BASE: 2_000 }, {}, MIDDLE),
        price("vat_choice", { included: 0 }),
      ]),
    ),
  );
  expect(money.consumers[0]).toMatchObject({
    isApportioned: true,
    // 6 × 20 + 2 × 10; 6 × 5 + 2 × 1.
    parts: { supplyCents: 140, internalCents: -32 },
  });
  expect(money.producers[0]).toMatchObject({ internalCents: 32, resaleCents: 4 });
});

const withoutKind = (kind: PriceKind) => prices().filter((each) => each.kind !== kind);

const SAVING_NEEDS = [
  ["supply", "supply"],
  ["internal", "internal"],
  ["excise", "excise"],
  ["excise_shared", "excise_shared"],
  ["vat", "vat"],
  ["vat_choice", "vat_choice"],
  ["fee", "fee"],
  ["contract", "contract"],
] as const satisfies readonly (readonly [PriceKind, MoneyGap])[];

test.for(SAVING_NEEDS)("without %s nothing is saved that anybody knows, and %s is named", ([kind, gap]) => {
  const { consumer } = simpleRun(undefined, withoutKind(kind));
  expect(consumer).toMatchObject({ savedCents: null, parts: null, lacking: [gap] });
});

test.for(SAVING_NEEDS)("%s not known from a day on is not what held before, and %s is named", ([kind, gap]) => {
  const forgotten = withoutKind(kind).concat(
    prices()
      .filter((each) => each.kind === kind)
      .map((each) => ({ ...each, values: {} })),
  );
  expect(simpleRun(undefined, forgotten).consumer).toMatchObject({ savedCents: null, parts: null, lacking: [gap] });
});

test("a producer whose resale price is not known is named", () => {
  expect(simpleRun(undefined, withoutKind("resale")).producer).toMatchObject({
    resaleCents: null,
    lacking: ["resale"],
  });
});

test("the network tariff needs four periods: without them the saving is known, the comparison is not", () => {
  const { consumer } = simpleRun([kwh("HP", 100, 40)]);
  expect(consumer).toMatchObject({ savedCents: 868, withoutCents: null, sharedNetworkCents: null });
  expect(consumer.lacking).toEqual(["off_peak_hours"]);
  expect(simpleRun([kwh(null, 100, 40)]).consumer.savedCents).toBe(868);
  const byPeriod = prices([price("supply", { HP: 20_000, HC: 15_000 })]);
  expect(simpleRun([kwh(null, 100, 40)], byPeriod).consumer).toMatchObject({
    savedCents: null,
    lacking: ["off_peak_hours"],
  });
});

test("who enters in the middle of a period needs no contract and no price before", () => {
  const late = prices().map((each) => {
    return each.kind === "contract" || each.kind === "supply" || each.kind === "vat_choice"
      ? { ...each, from: MIDDLE }
      : each;
  });
  const money = computeRunMoney(
    {
      consumers: [point("mairie", [kwh("HPB", 0, 0)], [kwh("HPB", 100, 40)])],
      producers: [point("toiture", [kwh("BASE", 0, 0)], [kwh("BASE", 60, 40)])],
      pairs: [{ producerId: "toiture", consumerId: "mairie", energyWh: 40_000 }],
    },
    indexPrices(late),
  );
  expect(money.consumers[0]).toMatchObject({ savedCents: 868, withoutCents: 2969, lacking: [] });
});

describe("what lacks is named by what the formula needs", () => {
  test.for([
    ["CU", "BASE", "network"],
    ["CU", null, "network"],
    ["LU", "HPH", "network"],
    ["MUDT", "HP", "network"],
    ["MUDT", "BASE", "off_peak_hours"],
    ["MUDT", null, "off_peak_hours"],
    ["CU4", "HP", "off_peak_hours"],
    ["CU4", "BASE", "off_peak_hours"],
  ] as const)("formula %s with the hours %s: %s", ([formula, period, gap]) => {
    for (const option of ["ordinary", "shared"]) {
      const { consumer } = simpleRun(
        [kwh(period, 100, 40)],
        prices([price("contract", { ...ORDINARY, formula, option })]),
      );
      expect(consumer).toMatchObject({ withoutCents: null, lacking: [gap] });
      expect(consumer.savedCents).toBe(option === "ordinary" ? 868 : null);
    }
  });

  test("the tariff with the option is not asked of whoever has not chosen it", () => {
    const entries = prices().filter(({ kind }) => kind !== "network_shared");
    expect(simpleRun(undefined, entries).consumer).toMatchObject({ withoutCents: 2969, lacking: [] });
  });

  test("supply prices of four periods with hours of two: the hours are", () => {
    const byPeriod = price("supply", { HPH: 20_000, HCH: 15_000, HPB: 18_000, HCB: 12_000 });
    const { consumer } = simpleRun([kwh("HP", 100, 40)], prices([byPeriod]));
    expect(consumer).toMatchObject({ savedCents: null, lacking: ["off_peak_hours"] });
    const peakOnly = prices([price("supply", { HPH: 20_000 })]);
    expect(simpleRun(undefined, peakOnly).consumer).toMatchObject({ savedCents: null, lacking: ["supply"] });
  });
});

const periods = fc.constantFrom("HPH" as const, "HCH" as const, "HPB" as const, "HCB" as const);
const part = fc
  .tuple(periods, fc.double({ min: 0, max: 1e7, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([period, energyWh, ratio]): PricedPart => ({ period, energyWh, sharedWh: energyWh * ratio }));
const parts = fc.array(part, { minLength: 1, maxLength: 4 });
const unit = fc.integer({ min: 0, max: 60_000 });

test("parts add up, what is paid is what is received, and a dearer supply never saves less", () => {
  fc.assert(
    fc.property(parts, unit, unit, fc.integer({ min: 0, max: 20_000 }), (energies, supply, internal, rise) => {
      const bill = (supplyPrice: number) =>
        simpleRun(energies, prices([price("supply", { BASE: supplyPrice }), price("internal", { BASE: internal })]));
      const { consumer, producer } = bill(supply);
      const sum = Object.values(consumer.parts ?? {}).reduce((total, cents) => total + cents, 0);
      expect(sum).toBe(consumer.savedCents);
      expect(producer.internalCents).toBe(0 - (consumer.parts?.internalCents ?? Number.NaN));
      expect(bill(supply + rise).consumer.savedCents).toBeGreaterThanOrEqual(consumer.savedCents ?? Number.NaN);
    }),
  );
});

test("who got nothing and pays no fee saves nothing", () => {
  fc.assert(
    fc.property(parts, unit, (energies, supply) => {
      const none = energies.map((each) => ({ ...each, sharedWh: 0 }));
      const { consumer } = simpleRun(none, prices([price("supply", { BASE: supply })]));
      expect(consumer.savedCents).toBe(0);
      expect(Object.values(consumer.parts ?? {})).toEqual([0, 0, 0, 0, 0, 0]);
    }),
  );
});
