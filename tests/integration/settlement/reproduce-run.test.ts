import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { insertCoefficientKey } from "@/lib/data/coefficient-keys";
import { civilDate } from "@/lib/domain/time/civil-date";
import { undoImport } from "@/lib/services/measures/undo-import";
import { compareRuns } from "@/lib/services/runs/compare-runs";
import { listRuns } from "@/lib/services/runs/list-runs";
import { reproduceRun } from "@/lib/services/runs/reproduce-run";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { expectRefusal } from "../../support/expect-answer";
import { importTestCurves } from "../../support/import-test-files";
import { readSettledRun, settleTestPeriod } from "../../support/settle-test-period";
import { attachTestPoint } from "../../support/test-attachment";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

/** Two days, the second of which the clocks change on: 48 and 46 half-hours. */
const START = civilDate("2026-03-28");
const DAYS = ["2026-03-28", "2026-03-29"] as const;

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity, {
    startDay: START,
    monthlyAnniversaryDay: 30,
    key: { Mairie: 333_333, École: 333_333 },
  });
  await importTestCurves(operation, [
    { point: "Toiture", days: DAYS, energyWh: (step) => 100 + step / 7 },
    { point: "Mairie", days: DAYS, energyWh: (step) => (step === 20 ? Number.NaN : 40 + step / 3) },
    { point: "École", days: DAYS, energyWh: (step) => 30 + step / 11 },
  ]);
});

async function reproduce(runId: string) {
  const found = await reproduceRun(operation.id, runId);
  if (found?.status !== "computed") throw new Error(`not computed: ${found?.status}`);
  return found.comparison;
}

const correctSchool = () =>
  importTestCurves(operation, [
    {
      point: "École",
      days: ["2026-03-29", "2026-03-29"],
      energyWh: (step) => (step === 3 ? 999 : 30 + (48 + step) / 11),
    },
  ]);

const setKey = (kind: "static" | "default") =>
  insertCoefficientKey(operation.id, collectivity.users.officer.actor, {
    kind,
    from: START,
    ppmByConsumer: new Map(kind === "default" ? [] : [[operation.point("Mairie").id, 1_000_000]]),
  });

test.for(["static", "default"] as const)(
  "with a %s key, from the same data, a run comes back bit for bit",
  async (kind) => {
    await setKey(kind);
    const run = await readSettledRun(operation, START);
    const { figures, engine, isRuleSame, inputs } = await reproduce(run.id);
    expect(figures).toMatchObject({ isIdentical: true, points: [], measures: [] });
    expect({ engine, isRuleSame, inputs }).toEqual({ engine: null, isRuleSame: true, inputs: [] });
    expect(figures.valueCount).toBeGreaterThan(94 * 9);
    expect(await listRuns(operation.id)).toHaveLength(1);
  },
);

describe("what changed is said", () => {
  test("a measure, with its PRM, its day and its steps, and what each PRM has of it", async () => {
    const run = await readSettledRun(operation, START);
    await correctSchool();
    const { figures, inputs } = await reproduce(run.id);
    const { id } = operation.point("École");
    expect(inputs).toEqual([]);
    expect(figures.isIdentical).toBe(false);
    expect(figures.measures).toEqual([
      { meteringPointId: id, role: "consumer", days: [{ day: "2026-03-29", steps: 1 }] },
    ]);
    const school = figures.points.find(({ meteringPointId }) => meteringPointId === id);
    expect((school?.energyWh.is ?? 0) - (school?.energyWh.was ?? 0)).toBe(999 - 34.5); // a file says 69 W for 30 + 51 / 11 Wh
    expect(figures.points.some(({ meteringPointId }) => meteringPointId === operation.point("Mairie").id)).toBe(false);
  });

  test("a key", async () => {
    const run = await readSettledRun(operation, START);
    await setKey("static");
    const { inputs, isRuleSame, figures } = await reproduce(run.id);
    expect(inputs?.map((change) => [change.part, "change" in change && change.change])).toEqual([
      ["key", "removed"],
      ["key", "added"],
    ]);
    expect(isRuleSame).toBe(false);
    expect(figures.measures).toEqual([]);
    expect(figures.totals.withdrawalWh.was).toBe(figures.totals.withdrawalWh.is);
    expect(figures.totals.selfConsumedWh.was).not.toBe(figures.totals.selfConsumedWh.is);
  });

  test("the perimeter", async () => {
    const run = await readSettledRun(operation, START);
    await attachTestPoint(sql, operation, "École", [{ role: "consumer", from: START, toExclusive: "2026-03-29" }]);
    const { inputs } = await reproduce(run.id);
    expect(inputs).toMatchObject([
      { part: "perimeter", was: [{ toExclusive: "2026-03-30" }], is: [{ toExclusive: "2026-03-29" }] },
    ]);
  });

  test("a value that is no longer there", async () => {
    const { id: importId } = await importTestCurves(operation, [
      { point: "Mairie", days: ["2026-03-29", "2026-03-29"], energyWh: () => Number.NaN },
    ]);
    const found = await settleTestPeriod(operation, START);
    expect(found.status).toBe("incomplete");
    await undoImport(operation.id, collectivity.users.officer.actor, importId);
    const run = await readSettledRun(operation, START);
    await importTestCurves(operation, [
      { point: "Mairie", days: ["2026-03-29", "2026-03-29"], energyWh: () => Number.NaN },
    ]);
    expect(await reproduceRun(operation.id, run.id)).toMatchObject({
      status: "incomplete",
      missing: [{ name: "Mairie", days: ["2026-03-29"] }],
    });
  });

  test("by the curves alone, of a run that kept no inputs", async () => {
    const run = await readSettledRun(operation, START);
    await sql("ALTER TABLE settlement_run DISABLE TRIGGER settlement_run_immutable");
    await sql("UPDATE settlement_run SET inputs = NULL WHERE id = $1", [run.id]);
    await sql("ALTER TABLE settlement_run ENABLE TRIGGER settlement_run_immutable");
    expect(await reproduce(run.id)).toMatchObject({ inputs: null, figures: { isIdentical: true } });
    await correctSchool();
    expect(await reproduce(run.id)).toMatchObject({ inputs: null, figures: { measures: [{ role: "consumer" }] } });
  });
});

test("two stored versions are compared, and an old one stays reproducible in what it says", async () => {
  const first = await readSettledRun(operation, START);
  await correctSchool();
  const second = await readSettledRun(operation, START);
  const comparison = await compareRuns(operation.id, START, [1, 2]);
  expect(comparison?.figures).toEqual((await reproduce(first.id)).figures);
  expect((await reproduce(second.id)).figures.isIdentical).toBe(true);
  expect((await compareRuns(operation.id, START, [2, 2]))?.figures.isIdentical).toBe(true);
  expect(await compareRuns(operation.id, START, [1, 3])).toBeNull();
});

test("the inputs a run keeps name nobody", async () => {
  await readSettledRun(operation, START);
  const [row] = await sql<{ inputs: string }>("SELECT inputs::text FROM settlement_run WHERE operation_id = $1", [
    operation.id,
  ]);
  expect(row?.inputs).toContain(operation.point("Mairie").id);
  for (const { prm, name } of operation.points) {
    expect(row?.inputs).not.toContain(prm);
    expect(row?.inputs).not.toContain(name);
  }
});

test("a machine asks for both, with a key for reading", async () => {
  const run = await readSettledRun(operation, START);
  await correctSchool();
  await readSettledRun(operation, START);
  const key = await collectivity.users.elected.key("read");
  const path = `/api/v1/operations/${operation.accNumber}/runs/${run.id}`;
  const { prm } = operation.point("École");
  const expected = {
    isIdentical: false,
    measures: [{ prm, role: "consumer", days: [{ day: "2026-03-29", steps: 1 }] }],
    sentences: [expect.stringContaining(prm)],
  };
  for (const asked of [`${path}/reproduction`, `${path}/differences?version=2`]) {
    const answer = await callApi(asked, { key });
    expect(answer.status).toBe(200);
    expect((await answer.json()).comparison).toMatchObject(expected);
  }
  await expectRefusal(await callApi(`${path}/differences?version=7`, { key }), 404, "NOT_FOUND");
  expect((await callApi(`${path}/differences?version=x`, { key })).status).toBe(400);
});
