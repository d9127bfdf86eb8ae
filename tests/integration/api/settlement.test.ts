import { randomUUID } from "node:crypto";
import Papa from "papaparse";
import { beforeAll, describe, expect, test } from "vitest";
import type * as z from "zod";
import { meteringPointListSchema } from "@/lib/schemas/api/perimeter";
import { periodListSchema, runListSchema, runSchema, runSeriesSchema } from "@/lib/schemas/api/settlement";
import { importMeasures } from "@/lib/services/measures/import-measures";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { expectAnswer, expectRefusal } from "../../support/expect-answer";
import { testCurveFile } from "../../support/test-curve-file";

// Nothing is measured in April; its first week can be copied from the week before, but for the hour that 29 March lacks.
const MISSING_APRIL_DAYS = 30 - 7 + 1;

// The clocks go forward on 29 March 2026: 1 486 half-hours.
const MARCH_STEPS = 1486;

let collectivity: TestCollectivity;
let operation: TestOperation;
let key: string;
let run: z.output<typeof runSchema>["run"];

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  key = await collectivity.users.officer.key("write");
  operation = await createTestOperation(collectivity, { key: { Mairie: 500_000, École: 400_000 } });
  // Each half-hour: 1 000 produced, so 500 for the Mairie, which uses 300 of it, and 400 for the École, which uses all.
  await load("Toiture", 1000);
  await load("Mairie", 300);
  await load("École", (step) => (step === 10 ? Number.NaN : 700));
  ({ run } = await expectAnswer(await settle("2026-03-01"), 201, runSchema));
});

async function load(name: string, energyWh: number | ((step: number) => number), last = "2026-03-31"): Promise<void> {
  const point = operation.point(name);
  const quantity = point.roles.includes("producer") ? "injection" : "withdrawal";
  const file = testCurveFile({ identifier: point.prm, quantity, days: ["2026-03-01", last], energyWh });
  const actor = collectivity.users.officer.actor;
  const { status } = await importMeasures(operation.id, { importId: randomUUID(), actor, uploads: [file] });
  expect(status).toBe("done");
}

const address = (rest: string) => `/api/v1/operations/${operation.accNumber}/${rest}`;
const read = (rest: string, headers = {}) => callApi(address(rest), { key, headers });
const settle = (from: unknown) => callApi(address("runs"), { key, json: { from } });

describe("metering points", () => {
  test("are the perimeter, without our own ids", async () => {
    const { meteringPoints } = await expectAnswer(await read("metering-points"), 200, meteringPointListSchema);
    expect(meteringPoints.map(({ name, attachments }) => [name, attachments.map(({ role }) => role)])).toEqual([
      ["École", ["consumer"]],
      ["Mairie", ["consumer"]],
      ["Toiture", ["producer"]],
    ]);
    expect(meteringPoints[2]).toMatchObject({ peakPowerW: 36_000, prm: operation.point("Toiture").prm });
    expect(meteringPoints[0]?.attachments[0]).toEqual({ role: "consumer", from: "2026-03-01", toExclusive: null });
  });
});

describe("periods", () => {
  test("say where each stands and what it waits for", async () => {
    const { periods } = await expectAnswer(await read("periods"), 200, periodListSchema);
    const march = periods.find(({ period }) => period.from === "2026-03-01");
    const april = periods.find(({ period }) => period.from === "2026-04-01");
    expect(march).toMatchObject({ state: "settled", run: { id: run.id, version: 1 }, missing: [] });
    expect(april).toMatchObject({ period: { toExclusive: "2026-05-01" }, state: "waiting", run: null });
    expect(april?.missing.map(({ name, days }) => [name, days.length]).sort()).toEqual([
      ["Mairie", MISSING_APRIL_DAYS],
      ["Toiture", MISSING_APRIL_DAYS],
      ["École", MISSING_APRIL_DAYS],
    ]);
  });
});

describe("a run", () => {
  test("holds totals, indicators, rules, shares and pairs", () => {
    const kept = 300 + 400; // of 1 000 at each step
    expect(run).toMatchObject({ version: 1, stepMinutes: 30, correctedSteps: 1 });
    expect(run.period).toEqual({ from: "2026-03-01", toExclusive: "2026-04-01" });
    expect(run.totals).toEqual({
      productionWh: 1000 * MARCH_STEPS,
      withdrawalWh: 1000 * MARCH_STEPS,
      selfConsumedWh: kept * MARCH_STEPS,
      complementWh: 300 * MARCH_STEPS,
      surplusWh: 300 * MARCH_STEPS,
    });
    expect(run.indicators).toEqual({ selfConsumptionRate: 0.7, selfProductionRate: 0.7, coverageRate: 1 });
    expect(run.rules).toMatchObject([{ from: "2026-03-01", appliedKind: "static", reason: "static_values" }]);
    expect(run.consumers.map(({ name, selfConsumedWh }) => [name, selfConsumedWh / MARCH_STEPS])).toEqual([
      ["École", 400],
      ["Mairie", 300],
    ]);
    expect(run.producers).toMatchObject([{ name: "Toiture", injectionWh: 1000 * MARCH_STEPS }]);
    const producerPrm = operation.point("Toiture").prm;
    expect(run.pairs).toHaveLength(2);
    expect(run.pairs).toContainEqual({
      producerPrm,
      consumerPrm: operation.point("Mairie").prm,
      energyWh: 300 * MARCH_STEPS,
    });
  });

  test("can be read again, and is listed", async () => {
    expect((await expectAnswer(await read(`runs/${run.id}`), 200, runSchema)).run).toEqual(run);
    const { runs } = await expectAnswer(await read("runs"), 200, runListSchema);
    expect(runs).toMatchObject([{ id: run.id, totals: run.totals, indicators: run.indicators }]);
  });

  test("asked for again without a change is the same run", async () => {
    const response = await settle("2026-03-01");
    expect(response.headers.get("location")).toBe(address(`runs/${run.id}`));
    expect((await expectAnswer(response, 200, runSchema)).run).toEqual(run);
  });

  test("lacks measures: which PRM and which days", async () => {
    const details = await expectRefusal(await settle("2026-04-01"), 422, "PERIOD_INCOMPLETE");
    const missing = details.missing as { prm: string; name: string; role: string; days: string[] }[];
    expect(missing.map(({ days }) => days.length)).toEqual(new Array(3).fill(MISSING_APRIL_DAYS));
    expect(missing.find(({ name }) => name === "Toiture")).toMatchObject({
      prm: operation.point("Toiture").prm,
      role: "producer",
      days: expect.arrayContaining(["2026-04-05", "2026-04-30"]),
    });
  });

  test.for<[unknown, number, string]>([
    ["2026-03-02", 422, "UNKNOWN_PERIOD"],
    ["2026-02-01", 422, "UNKNOWN_PERIOD"],
    ["2026-02-30", 400, "INVALID_REQUEST"],
    ["9999-12-15", 400, "INVALID_REQUEST"],
    ["mars 2026", 400, "INVALID_REQUEST"],
    ["", 400, "INVALID_REQUEST"],
    [undefined, 400, "INVALID_REQUEST"],
    [null, 400, "INVALID_REQUEST"],
    [20260301, 400, "INVALID_REQUEST"],
  ])("of the period of %j is refused", async ([from, status, code]) => {
    await expectRefusal(await settle(from), status, code);
  });

  test.for<[string, number, string]>([
    ["{", 400, "INVALID_JSON"],
    ["", 400, "INVALID_JSON"],
    ["[]", 400, "INVALID_REQUEST"],
    ["null", 400, "INVALID_REQUEST"],
    [`{"from":"${"x".repeat(20_000)}"}`, 413, "BODY_TOO_LARGE"],
  ])("asked for with the body %j is refused", async ([body, status, code]) => {
    await expectRefusal(await callApi(address("runs"), { method: "POST", key, body }), status, code);
  });

  test.for(["1", "01890000-0000-7000-8000-00000000ffff", "%00"])("none is called %j", async (id) => {
    await expectRefusal(await read(`runs/${id}`), 404, "NOT_FOUND");
    await expectRefusal(await read(`runs/${id}/series?day=2026-03-01`), 404, "NOT_FOUND");
  });

  test("of another operation is not there", async () => {
    const other = await createTestOperation(collectivity);
    for (const rest of [`runs/${run.id}`, `runs/${run.id}/series?day=2026-03-01`]) {
      await expectRefusal(await callApi(`/api/v1/operations/${other.accNumber}/${rest}`, { key }), 404, "NOT_FOUND");
    }
  });

  test("without a consumer cannot be", async () => {
    const alone = await createTestOperation(collectivity, { perimeter: { Toiture: ["producer"] } });
    const response = await callApi(`/api/v1/operations/${alone.accNumber}/runs`, { key, json: { from: "2026-03-01" } });
    await expectRefusal(response, 422, "NO_PRODUCER_OR_CONSUMER");
  });
});

describe("the curves of a run", () => {
  const series = (query: string, headers = {}) => read(`runs/${run.id}/series${query}`, headers);

  test.for([
    ["2026-03-01", 48, "2026-02-28T23:00:00.000Z"],
    ["2026-03-29", 46, "2026-03-28T23:00:00.000Z"],
    ["2026-03-31", 48, "2026-03-30T22:00:00.000Z"],
  ] as const)("on %s have %d steps for everybody", async ([day, stepCount, start]) => {
    const { series: curves } = await expectAnswer(await series(`?day=${day}`), 200, runSeriesSchema);
    expect(curves).toMatchObject({ start, stepMinutes: 30, stepCount });
    expect(curves.operation?.productionWh).toEqual(new Array(stepCount).fill(1000));
    expect(curves.consumers.map(({ name }) => name)).toEqual(["École", "Mairie"]);
    expect(curves.consumers[1]?.complementWh).toEqual(new Array(stepCount).fill(0));
    expect(curves.producers[0]?.surplusWh).toEqual(new Array(stepCount).fill(300));
  });

  test("of a PRM cover the period and tell what was corrected", async () => {
    const { prm } = operation.point("École");
    const { series: curves } = await expectAnswer(await series(`?prm=${prm}`), 200, runSeriesSchema);
    expect(curves).toMatchObject({ stepCount: MARCH_STEPS, operation: null, producers: [] });
    const [school] = curves.consumers;
    expect(school?.withdrawalWh).toHaveLength(MARCH_STEPS);
    expect(school?.origins?.slice(9, 12)).toEqual(["measured", "interpolated", "measured"]);
    const oneDay = await expectAnswer(await series(`?prm=${prm}&day=2026-03-02`), 200, runSeriesSchema);
    expect(oneDay.series).toMatchObject({
      stepCount: 48,
      operation: null,
      consumers: [{ name: "École", origins: null }],
    });
  });

  test.for([
    ["?day=2026-03-29&format=csv", {}],
    ["?day=2026-03-29", { accept: "text/csv" }],
  ] as const)("%s %j come as CSV", async ([query, headers]) => {
    const response = await series(query, headers);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const { data } = Papa.parse<string[]>((await response.text()).replace("\ufeff", ""), { delimiter: ";" });
    const prm = (name: string) => operation.point(name).prm;
    expect(data[0]).toEqual([
      "start",
      "productionWh",
      "withdrawalWh",
      "selfConsumedWh",
      ...["injectionWh", "selfProducedWh", "surplusWh"].map((curve) => `${prm("Toiture")}.${curve}`),
      ...["withdrawalWh", "selfConsumedWh", "complementWh"].map((curve) => `${prm("École")}.${curve}`),
      ...["withdrawalWh", "selfConsumedWh", "complementWh"].map((curve) => `${prm("Mairie")}.${curve}`),
    ]);
    expect(data).toHaveLength(47);
    expect(data[3]).toEqual([
      "2026-03-29T00:00:00.000Z",
      ..."1000;1000;700;1000;700;300;700;400;300;300;300;0".split(";"),
    ]);
  });

  test("JSON stays JSON for who takes both", async () => {
    const response = await series("?day=2026-03-29", { accept: "application/json, text/csv;q=0.5" });
    await expectAnswer(response, 200, runSeriesSchema);
  });

  test.for<[string, number, string]>([
    ["", 400, "INVALID_REQUEST"],
    ["?day=2026-3-1", 400, "INVALID_REQUEST"],
    ["?day=2026-03-32", 400, "INVALID_REQUEST"],
    ["?prm=123", 400, "INVALID_REQUEST"],
    ["?day=2026-03-01&format=xml", 400, "INVALID_REQUEST"],
    ["?day=2026-04-01", 404, "NOT_FOUND"],
    ["?day=2026-02-28", 404, "NOT_FOUND"],
    ["?prm=00000000000000", 404, "NOT_FOUND"],
  ])("asked for with %j are refused", async ([query, status, code]) => {
    await expectRefusal(await series(query), status, code);
  });
});

test("a correction makes the period stale, then a second version", async () => {
  await load("Mairie", 350, "2026-03-02");
  const { periods } = await expectAnswer(await read("periods"), 200, periodListSchema);
  expect(periods.at(-1)).toMatchObject({ state: "to_recompute", run: { version: 1 } });
  const second = (await expectAnswer(await settle("2026-03-01"), 201, runSchema)).run;
  expect(second.version).toBe(2);
  expect(second.totals.selfConsumedWh).toBe(700 * MARCH_STEPS + 50 * 96);
  expect((await expectAnswer(await read(`runs/${run.id}`), 200, runSchema)).run).toEqual(run);
});
