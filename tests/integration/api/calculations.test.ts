import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type AllocationCalculation, allocationResultSchema } from "@/lib/schemas/api/allocation-calculation";
import { CALCULATION_EXAMPLE } from "@/lib/schemas/api/api-routes";
import { calculationRequest as request } from "../../support/calculation-request";
import { callApi } from "../../support/call-api";
import { createTestCollectivity } from "../../support/create-test-collectivity";
import { expectAnswer } from "../../support/expect-answer";

const PATH = "/api/v1/calculations/allocation";

let key: string;

beforeAll(async () => {
  key = await (await createTestCollectivity()).users.elected.key("read");
});

const post = (json: unknown) => callApi(PATH, { key, json });
const calculate = async (json: unknown) => expectAnswer(await post(json), 200, allocationResultSchema);

describe("the worked example of the convention (art. 11.7.2)", () => {
  test("gives its figures", async () => {
    const { consumers, producers, pairs, indicators } = await calculate(CALCULATION_EXAMPLE);
    const near = (wh: number) => expect.closeTo(wh, 6);
    expect(pairs.slice(0, 3)).toEqual([
      { producer: "P1", consumer: "C1", energyWh: near(100_000) },
      { producer: "P1", consumer: "C2", energyWh: near(375_000 / 11) },
      { producer: "P1", consumer: "C3", energyWh: near(25_000) },
    ]);
    expect(consumers).toEqual([
      { id: "C1", allocatedWh: [near(150_000)], selfConsumedWh: [near(150_000)], complementWh: [near(0)] },
      { id: "C2", allocatedWh: [near(110_000)], selfConsumedWh: [near(75_000)], complementWh: [near(0)] },
      { id: "C3", allocatedWh: [near(80_000)], selfConsumedWh: [near(50_000)], complementWh: [near(0)] },
    ]);
    expect(producers).toEqual([
      { id: "P1", selfProducedWh: [near(1_750_000 / 11)], surplusWh: [near(450_000 / 11)] },
      { id: "P2", selfProducedWh: [near(925_000 / 11)], surplusWh: [near(175_000 / 11)] },
      { id: "P3", selfProducedWh: [near(350_000 / 11)], surplusWh: [near(200_000 / 11)] },
    ]);
    expect(indicators).toEqual({
      productionWh: 350_000,
      withdrawalWh: 275_000,
      selfConsumedWh: near(275_000),
      surplusWh: near(75_000),
      selfConsumptionRate: near(275 / 350),
      selfProductionRate: near(1),
      coverageRate: near(350 / 275),
    });
  });
});

describe("coefficients", () => {
  test.for<[string, unknown, number[]]>([
    ["default: pro rata of withdrawal", { kind: "default" }, [300 / 1.1, 800 / 1.1]],
    ["static", { kind: "static", ppm: { A: 400_000, B: 600_000 } }, [300, 600]],
    ["static, one absent", { kind: "static", ppm: { B: 600_000 } }, [0, 600]],
    ["static, none", { kind: "static", ppm: {} }, [0, 0]],
    ["dynamic simple", { kind: "dynamic_simple", ppm: { A: [100_000], B: [900_000] } }, [100, 800]],
    ["dynamic simple, one absent", { kind: "dynamic_simple", ppm: { A: [100_000] } }, [100, 0]],
    ["dynamic full", { kind: "dynamic_full", ppm: { P: { A: [200_000], B: [700_000] } } }, [200, 700]],
    ["dynamic full, a producer absent", { kind: "dynamic_full", ppm: {} }, [0, 0]],
  ])("%s", async ([, coefficients, selfConsumedWh]) => {
    const { consumers } = await calculate(request({ coefficients }));
    expect(consumers.map((each) => each.selfConsumedWh[0])).toEqual(selfConsumedWh.map((wh) => expect.closeTo(wh, 9)));
  });

  test("may name participants like parts of an object", async () => {
    const { consumers } = await calculate(
      request({
        consumers: [{ id: "constructor", energyWh: [500] }],
        coefficients: { kind: "static", ppm: { constructor: 1_000_000 } },
      }),
    );
    expect(consumers).toMatchObject([{ id: "constructor", selfConsumedWh: [500] }]);
  });
});

describe("null is missing, in and out", () => {
  test("a missing withdrawal blanks its consumer, the surplus and the totals", async () => {
    const { consumers, producers, pairs, indicators } = await calculate(
      request({
        producers: [{ id: "P", energyWh: [1000, 1000] }],
        consumers: [
          { id: "A", energyWh: [null, 300] },
          { id: "B", energyWh: [800, 800] },
        ],
      }),
    );
    expect(consumers[0]).toEqual({
      id: "A",
      allocatedWh: [null, 400],
      selfConsumedWh: [null, 300],
      complementWh: [null, 0],
    });
    expect(consumers[1]).toMatchObject({ selfConsumedWh: [600, 600], complementWh: [200, 200] });
    expect(producers[0]).toEqual({ id: "P", selfProducedWh: [null, 900], surplusWh: [null, 100] });
    expect(pairs.map(({ energyWh }) => energyWh)).toEqual([null, 1200]);
    expect(indicators).toMatchObject({
      productionWh: 2000,
      withdrawalWh: null,
      selfConsumedWh: null,
      coverageRate: null,
    });
  });

  test("a missing production blanks the step", async () => {
    const { consumers } = await calculate(request({ producers: [{ id: "P", energyWh: [null] }] }));
    expect(consumers.flatMap(({ selfConsumedWh }) => selfConsumedWh)).toEqual([null, null]);
  });
});

test.for<[string, Readonly<Record<string, unknown>>]>([
  ["nobody", { producers: [], consumers: [], coefficients: { kind: "default" } }],
  ["no producer", { producers: [] }],
  ["no consumer", { consumers: [], coefficients: { kind: "static", ppm: {} } }],
  [
    "no step",
    {
      producers: [{ id: "P", energyWh: [] }],
      consumers: [{ id: "A", energyWh: [] }],
      coefficients: { kind: "default" },
    },
  ],
  ["an instant with its offset", { start: "2026-04-12T12:00:00+02:00" }],
  ["a step of five minutes", { stepMinutes: 5 }],
  ["the largest energy", { producers: [{ id: "P", energyWh: [1e15] }] }],
])("%s can be shared", async ([, change]) => {
  const { consumers, producers } = await calculate(request(change));
  const all = [...producers.flatMap((each) => each.surplusWh), ...consumers.flatMap((each) => each.selfConsumedWh)];
  expect(all).not.toContain(null);
});

test("what is shared out is what there was, whatever the request", async () => {
  const energy = fc.option(fc.double({ min: 0, max: 1e7, noNaN: true }), { freq: 20 });
  const arbitrary = fc
    .record({
      steps: fc.integer({ min: 0, max: 4 }),
      p: fc.integer({ min: 0, max: 3 }),
      c: fc.integer({ min: 1, max: 4 }),
    })
    .chain(({ steps, p, c }) => {
      const curves = (prefix: string, count: number) =>
        fc.tuple(
          ...Array.from({ length: count }, (_, index) =>
            fc.record({
              id: fc.constant(`${prefix}${index}`),
              energyWh: fc.array(energy, { minLength: steps, maxLength: steps }),
            }),
          ),
        );
      const ppm = fc.integer({ min: 0, max: Math.floor(1_000_000 / c) });
      const perStep = fc.array(ppm, { minLength: steps, maxLength: steps });
      const byConsumer = fc.dictionary(fc.constantFrom(...Array.from({ length: c }, (_, j) => `C${j}`)), perStep);
      return fc.record({
        producers: curves("P", p),
        consumers: curves("C", c),
        coefficients: fc.oneof(
          fc.constant({ kind: "default" as const }),
          fc.record({ kind: fc.constant("dynamic_simple" as const), ppm: byConsumer }),
        ),
      });
    });
  await fc.assert(
    fc.asyncProperty(arbitrary, async (parts) => {
      const body: AllocationCalculation = { start: "2026-04-12T10:00:00Z", stepMinutes: 30, ...parts };
      const { consumers, producers } = await calculate(body);
      for (const [i, { surplusWh, selfProducedWh }] of producers.entries()) {
        expectConserved(body.producers[i]?.energyWh ?? [], surplusWh, selfProducedWh);
      }
      for (const [j, { selfConsumedWh, complementWh }] of consumers.entries()) {
        expectConserved(body.consumers[j]?.energyWh ?? [], selfConsumedWh, complementWh);
      }
    }),
    { numRuns: 60 },
  );
});

type Energies = readonly (number | null)[];

function expectConserved(wholeWh: Energies, partWh: Energies, restWh: Energies): void {
  expect([partWh.length, restWh.length]).toEqual([wholeWh.length, wholeWh.length]);
  for (const [t, whole] of wholeWh.entries()) {
    const [part = null, rest = null] = [partWh[t], restWh[t]];
    if (whole === null || part === null || rest === null) expect([part, rest]).toEqual([null, null]);
    else expect(Math.abs(part + rest - whole)).toBeLessThanOrEqual(1e-9 * Math.max(1, whole));
  }
}
