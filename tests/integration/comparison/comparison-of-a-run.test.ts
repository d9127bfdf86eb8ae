import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { stopQueue } from "@/lib/data/queue";
import { civilDate } from "@/lib/domain/time/civil-date";
import { startWorkers } from "@/lib/jobs/start-workers";
import { comparisonSchema } from "@/lib/schemas/api/comparison-routes";
import { runListSchema } from "@/lib/schemas/api/settlement";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { emptyQueue } from "../../support/empty-queue";
import { expectAnswer, expectRefusal } from "../../support/expect-answer";
import { importTestCurves } from "../../support/import-test-files";
import { settleTestPeriod } from "../../support/settle-test-period";
import { connectTestSql } from "../../support/test-sql";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));

const sql = connectTestSql();
const MARCH = ["2026-03-01", "2026-03-31"] as const;
const LEFT = ["2026-03-20", "2026-03-31"] as const;
const A_WHILE = { timeout: 20_000, interval: 200 };
const MARCH_STEPS = 1486;

let own: TestCollectivity;
let operation: TestOperation;
let key: string;
let runId: string;

// Each half-hour: 1 000 produced, so 500 for the Mairie, which uses 300 of it, and 400 for the École, which uses all.
beforeAll(async () => {
  own = await createTestCollectivity();
  key = await own.users.officer.key("write");
  operation = await createTestOperation(own, { key: { Mairie: 500_000, École: 400_000 } });
  await importTestCurves(operation, [
    { point: "Toiture", days: MARCH, energyWh: 1000 },
    { point: "Mairie", days: MARCH, energyWh: 300 },
    { point: "École", days: MARCH, energyWh: 700 },
  ]);
  const settled = await settleTestPeriod(operation, civilDate("2026-03-01"));
  runId = "runId" in settled ? settled.runId : "";
  await emptyQueue(sql);
}, 60_000);

afterAll(stopQueue);

const address = (rest = "") => `/api/v1/operations/${operation.accNumber}/runs/${runId}/comparison${rest}`;
const read = (rest = "") => callApi(address(rest), { key });

/** What the operator says of a month in which, for it, the École left on the 20th. */
function publish() {
  const kept = { days: ["2026-03-01", "2026-03-19"] as const };
  return importTestCurves(operation, [
    { point: "Mairie", quantity: "self_consumed", days: MARCH, energyWh: 300 },
    { point: "École", quantity: "self_consumed", ...kept, energyWh: 400 },
    { point: "École", quantity: "self_consumed", days: LEFT, energyWh: 0 },
    { point: "Toiture", quantity: "surplus", ...kept, energyWh: 300 },
    { point: "Toiture", quantity: "surplus", days: LEFT, energyWh: 700 },
  ]);
}

test("nothing is compared before the operator published anything, and no report is made", async () => {
  const { comparison } = await expectAnswer(await read(), 200, comparisonSchema);
  expect(comparison).toMatchObject({ state: "none", figureCount: 0, computedAt: null, explanation: null });
  await expectRefusal(await read("/report"), 422, "NOTHING_COMPARED");
});

test("an import is followed by a comparison that names the reason, which a worker makes", async () => {
  await startWorkers();
  await publish();
  await vi.waitFor(async () => {
    const { comparison } = await expectAnswer(await read(), 200, comparisonSchema);
    expect(comparison).toMatchObject({ state: "done", isOutdated: false });
  }, A_WHILE);
  const { comparison } = await expectAnswer(await read("?differing=true"), 200, comparisonSchema);
  expect(comparison).toMatchObject({
    figureCount: 3,
    differingFigureCount: 2,
    differingPointCount: 2,
    explanation: { isComplete: true, claims: [{ kind: "point_absent", days: { from: "2026-03-20" } }] },
  });
  const school = comparison.figures.find(({ name }) => name === "École");
  const steps = 12 * 48 - 2;
  expect(school).toMatchObject({
    quantity: "self_consumed",
    oursWh: 400 * MARCH_STEPS,
    differenceWh: -400 * steps,
    isDifferent: true,
    steps: { compared: MARCH_STEPS, differing: steps, missingTheirs: 0, first: "2026-03-19T23:00:00.000Z" },
  });
});

test("one interrupted is taken up again, asked for or not", async () => {
  const set = (state: string) =>
    sql(
      'UPDATE settlement_comparison SET state = $3::"SettlementComparisonState" WHERE operation_id = $1 AND run_id = $2',
      [operation.id, runId, state],
    );
  await set("running"); // as a process that was killed leaves it
  const answer = await callApi(address(), { key, json: {} });
  expect(answer.headers.get("location")).toBe(address());
  const { comparison } = await expectAnswer(answer, 202, comparisonSchema);
  expect(comparison.differingFigureCount).toBe(2); // the result before stays until the next
  await vi.waitFor(async () => {
    const { comparison: again } = await expectAnswer(await read(), 200, comparisonSchema);
    expect(again.state).toBe("done");
  }, A_WHILE);
  const events = await sql("SELECT after FROM audit_event WHERE operation_id = $1 AND action = 'compare.period'", [
    operation.id,
  ]);
  expect(events).toEqual([{ after: null }]);
});

describe("the report", () => {
  test("is a PDF", async () => {
    const answer = await read("/report");
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    expect(answer.headers.get("content-disposition")).toMatch(/comparaison-v1\.pdf"$/);
    expect(new TextDecoder().decode((await answer.arrayBuffer()).slice(0, 5))).toBe("%PDF-");
  });

  test("is a workbook whose texts are never formulas", async () => {
    await sql("UPDATE metering_point SET name = '=1+1' WHERE operation_id = $1 AND id = $2", [
      operation.id,
      operation.point("École").id,
    ]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await (await read("/report?format=xlsx")).arrayBuffer());
    expect(book.worksheets.map(({ name }) => name)).toEqual(["Comparaison", "Écarts", "Toutes les valeurs"]);
    const differing = book.getWorksheet("Écarts");
    const names = differing?.getColumn(1).values ?? [];
    expect(names).toContain("=1+1");
    expect(differing?.rowCount).toBe(3);
    const texts = book.getWorksheet("Comparaison")?.getColumn(2).values ?? [];
    expect(texts).toContainEqual(expect.stringContaining("il l’a sorti plus tôt que nous"));
  });
});

test("a version that was replaced is not compared any more", async () => {
  const first = runId;
  await importTestCurves(operation, [{ point: "Mairie", days: ["2026-03-02", "2026-03-02"], energyWh: 200 }]);
  await settleTestPeriod(operation, civilDate("2026-03-01"));
  await expectRefusal(await callApi(address(), { key, json: {} }), 422, "RUN_REPLACED");
  const { runs } = await expectAnswer(
    await callApi(`/api/v1/operations/${operation.accNumber}/runs`, { key }),
    200,
    runListSchema,
  );
  runId = runs.find(({ id }) => id !== first)?.id ?? "";
  await vi.waitFor(async () => {
    const { comparison } = await expectAnswer(await read("?differing=true"), 200, comparisonSchema);
    expect(comparison).toMatchObject({ state: "done", version: 2, differingPointCount: 3 });
  }, A_WHILE);
});
