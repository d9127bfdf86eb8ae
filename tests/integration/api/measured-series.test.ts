import { beforeAll, describe, expect, test } from "vitest";
import { measuredSeriesSchema } from "@/lib/schemas/api/measured-series";
import { callApi } from "../../support/call-api";
import { createTestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { expectAnswer, expectRefusal } from "../../support/expect-answer";
import { importTestCurves } from "../../support/import-test-files";

let operation: TestOperation;
let key: string;

beforeAll(async () => {
  const collectivity = await createTestCollectivity();
  operation = await createTestOperation(collectivity);
  key = await collectivity.users.elected.key("read");
  await importTestCurves(operation, [
    { point: "Mairie", days: ["2026-03-01", "2026-07-31"], energyWh: (step) => (step === 2 ? Number.NaN : step % 7) },
    { point: "École", days: ["2026-03-01", "2026-03-02"], energyWh: 60, stepMinutes: 10 },
    { point: "École", days: ["2026-03-03", "2026-03-03"], energyWh: 180, stepMinutes: 30 },
  ]);
});

function read(point: string, query: Record<string, string>, headers: Record<string, string> = {}) {
  const { prm } = operation.point(point);
  const asked = new URLSearchParams({ quantity: "withdrawal", from: "2026-03-01", to: "2026-03-03", ...query });
  return callApi(`/api/v1/operations/${operation.accNumber}/metering-points/${prm}/series?${asked}`, { key, headers });
}

async function readJson(point: string, query: Record<string, string> = {}) {
  return (await expectAnswer(await read(point, query), 200, measuredSeriesSchema)).series;
}

describe("a stored curve", () => {
  test("comes as measured, what is missing as null", async () => {
    const series = await readJson("Mairie");
    expect(series).toMatchObject({
      prm: operation.point("Mairie").prm,
      start: "2026-02-28T23:00:00.000Z",
      stepMinutes: 30,
      stepCount: 96,
      missingCount: 1,
      nextFrom: null,
    });
    expect(series.energyWh.slice(0, 5)).toEqual([0, 1, null, 3, 4]);
  });

  test.for([
    { step: "60", energyWh: [1, null, 9] },
    { step: "15", energyWh: [0, 0, 0.5, 0.5, null, null, 1.5] },
  ])("of $step minutes keeps its energy", async ({ step, energyWh }) => {
    const series = await readJson("Mairie", { step });
    expect(series.energyWh.slice(0, energyWh.length)).toEqual(energyWh);
  });

  test("of another step, or of several, comes on the one asked for", async () => {
    const series = await readJson("École", { to: "2026-03-05" });
    expect(series.stepCount).toBe(4 * 48);
    expect(new Set(series.energyWh.slice(0, 3 * 48))).toEqual(new Set([180]));
    expect(new Set(series.energyWh.slice(3 * 48))).toEqual(new Set([null]));
  });

  test("day by day: totals of 23, 24 and 25 hours, null for a day with something missing", async () => {
    const series = await readJson("Mairie", { from: "2026-03-01", to: "2026-04-01", step: "1440" });
    expect(series.stepCount).toBe(31);
    expect(series.energyWh[0]).toBeNull();
    const sum = (first: number, steps: number) =>
      Array.from({ length: steps }, (_, step) => (first + step) % 7).reduce((total, value) => total + value, 0);
    expect(series.energyWh[27]).toBe(sum(27 * 48, 48));
    expect(series.energyWh[28]).toBe(sum(28 * 48, 46)); // 29/03/2026, the hour goes forward
    expect(series.energyWh[29]).toBe(sum(28 * 48 + 46, 48));
  });

  test("of five months comes in pages that join without a hole", async () => {
    const first = await read("Mairie", { to: "2026-08-01" });
    const link = first.headers.get("link") ?? "";
    const one = (await expectAnswer(first, 200, measuredSeriesSchema)).series;
    expect(one.nextFrom).toBe("2026-06-09");
    expect(link).toMatch(/^<\/api\/v1\/.*from=2026-06-09.*>; rel="next"$/);
    const next = await callApi(link.slice(1, link.indexOf(">")), { key });
    const two = (await expectAnswer(next, 200, measuredSeriesSchema)).series;
    expect(two.nextFrom).toBeNull();
    expect(Date.parse(two.start)).toBe(Date.parse(one.start) + one.stepCount * 30 * 60_000);
    expect([...one.energyWh, ...two.energyWh]).toEqual(
      Array.from({ length: 153 * 48 - 2 }, (_, step) => (step === 2 ? null : step % 7)),
    );
  });

  test("as CSV: one line a step, decimal comma, an empty cell for what is missing", async () => {
    const response = await read("Mairie", { step: "15" }, { accept: "text/csv" });
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const lines = (await response.text()).replace(/^\uFEFF/, "").split(/\r?\n/);
    expect(lines.slice(0, 6)).toEqual([
      "start;energyWh",
      "2026-02-28T23:00:00.000Z;0",
      "2026-02-28T23:15:00.000Z;0",
      "2026-02-28T23:30:00.000Z;0,5",
      "2026-02-28T23:45:00.000Z;0,5",
      "2026-03-01T00:00:00.000Z;",
    ]);
  });
});

describe("a curve that one has already", () => {
  test("is not sent again until a value of it changes", async () => {
    const query = { from: "2026-04-01", to: "2026-04-03" };
    const etag = (await read("Mairie", query)).headers.get("etag") ?? "";
    const held = await read("Mairie", query, { "if-none-match": `"autre", W/${etag}` });
    expect({ status: held.status, body: await held.text() }).toEqual({ status: 304, body: "" });

    await importTestCurves(operation, [{ point: "Mairie", days: ["2026-04-03", "2026-04-03"], energyWh: 5 }]);
    expect((await read("Mairie", query, { "if-none-match": etag })).status).toBe(304);
    await importTestCurves(operation, [{ point: "Mairie", days: ["2026-04-02", "2026-04-02"], energyWh: 5 }]);
    const changed = await read("Mairie", query, { "if-none-match": etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get("etag")).not.toBe(etag);
  });
});

test.for([
  [{ quantity: "courant" }, "quantity"],
  [{ from: "2026-02-30" }, "from"],
  [{ to: "2026-03-01" }, "to"],
  [{ step: "7" }, "step"],
] as const)("refuses %j and says which field", async ([query, path]) => {
  const details = await expectRefusal(await read("Mairie", { ...query }), 400, "INVALID_REQUEST");
  expect(details.issues).toMatchObject([{ path }]);
});

test("knows no PRM of nobody, nor what is no PRM", async () => {
  for (const prm of ["99999999999999", "abc", "%00"]) {
    const address = `/api/v1/operations/${operation.accNumber}/metering-points/${prm}/series`;
    const query = "?quantity=withdrawal&from=2026-03-01&to=2026-03-03";
    await expectRefusal(await callApi(address + query, { key }), 404, "NOT_FOUND");
  }
});
