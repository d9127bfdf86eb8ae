import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listRunPointDays } from "@/lib/data/settlement-runs";
import { STEP_ORIGIN } from "@/lib/domain/series/step-origin";
import { civilDate } from "@/lib/domain/time/civil-date";
import { listMissingPoints } from "@/lib/services/list-missing-points";
import { readRunSeries } from "@/lib/services/runs/read-run-series";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { importTestCurves } from "../../support/import-test-files";
import { readSettledRun, settleTestPeriod } from "../../support/settle-test-period";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

/** A first period of 14 days, so that its second week has a week before. */
const START = civilDate("2026-06-01");
const FORTNIGHT = ["2026-06-01", "2026-06-14"] as const;

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity, { startDay: START, monthlyAnniversaryDay: 15, key: "default" });
  await importTestCurves(operation, [
    { point: "Toiture", days: FORTNIGHT, energyWh: 1000 },
    { point: "École", days: FORTNIGHT, energyWh: 10 },
  ]);
});

const stepOf = (day: number, hour: number) => (day - 1) * 48 + hour * 2;

/** The town hall draws its step's number, but for some steps. */
const withoutSteps = (first: number, count: number) => ({
  point: "Mairie",
  days: FORTNIGHT,
  energyWh: (step: number) => (step >= first && step < first + count ? Number.NaN : step),
});

async function storedOrigins(runId: string) {
  const days = await listRunPointDays(operation.id, runId, { meteringPointId: operation.point("Mairie").id });
  return days.filter(({ origins }) => origins !== null);
}

describe("a gap of at most an hour", () => {
  test("is interpolated between the measured values around it, marked and counted", async () => {
    const first = stepOf(3, 12);
    await importTestCurves(operation, [withoutSteps(first, 2)]);
    const run = await readSettledRun(operation, START);
    expect(run.correctedSteps).toBe(2);
    expect(run.consumers.map(({ name, correctedSteps }) => [name, correctedSteps])).toEqual([
      ["École", 0],
      ["Mairie", 2],
    ]);
    // The measures rise step by step, so the straight line is what they were.
    expect(run.consumers[1]?.withdrawalWh).toBeCloseTo((671 * 672) / 2, 6);
    const stored = await storedOrigins(run.id);
    expect(stored.map(({ day }) => day)).toEqual(["2026-06-03"]);
    const expected = new Uint8Array(48);
    expected.fill(STEP_ORIGIN.interpolated, 24, 26);
    expect([...(stored[0]?.origins ?? [])]).toEqual([...expected]);
  });

  test("at the very end of the period uses the day after when it is there", async () => {
    await importTestCurves(operation, [withoutSteps(671, 1)]);
    await importTestCurves(operation, [{ point: "Mairie", days: ["2026-06-15", "2026-06-15"], energyWh: 680 }]);
    const run = await readSettledRun(operation, START);
    const series = await readRunSeries(operation.id, run.id, { prm: operation.point("Mairie").prm });
    expect(series?.consumers[0]?.withdrawalWh.at(-1)).toBe((670 + 680) / 2);
    expect(series?.consumers[0]?.origins?.at(-1)).toBe("interpolated");
  });
});

test("a longer gap is copied from the same hours a week before, marked and counted", async () => {
  const first = stepOf(10, 8);
  await importTestCurves(operation, [withoutSteps(first, 3)]);
  const run = await readSettledRun(operation, START);
  expect(run.correctedSteps).toBe(3);
  const series = await readRunSeries(operation.id, run.id, { prm: operation.point("Mairie").prm });
  const mairie = series?.consumers[0];
  expect([...(mairie?.withdrawalWh.slice(first, first + 3) ?? [])]).toEqual([first - 336, first - 335, first - 334]);
  expect(mairie?.origins?.slice(first - 1, first + 4)).toEqual(["measured", "copied", "copied", "copied", "measured"]);
});

describe("a gap nothing can correct", () => {
  test("keeps the period from being settled, and names the meter and its days", async () => {
    await importTestCurves(operation, [withoutSteps(stepOf(3, 22), 8)]);
    const result = await settleTestPeriod(operation, START);
    const { id, prm } = operation.point("Mairie");
    expect(result).toEqual({
      status: "incomplete",
      missing: [
        { meteringPointId: id, role: "consumer", day: "2026-06-03", missingSteps: 4 },
        { meteringPointId: id, role: "consumer", day: "2026-06-04", missingSteps: 4 },
      ],
    });
    if (result.status !== "incomplete") throw new Error("incomplete");
    expect(await listMissingPoints(operation.id, result.missing)).toEqual([
      { prm, name: "Mairie", role: "consumer", days: ["2026-06-03", "2026-06-04"] },
    ]);
    expect(await sql("SELECT FROM settlement_run WHERE operation_id = $1", [operation.id])).toEqual([]);
  });

  test("a meter without any measure lacks every day of the period", async () => {
    const result = await settleTestPeriod(operation, START);
    if (result.status !== "incomplete") throw new Error("incomplete");
    expect(result.missing).toHaveLength(14);
    expect(new Set(result.missing.map(({ missingSteps }) => missingSteps))).toEqual(new Set([48]));
  });

  test("a correction is never corrected from a correction", async () => {
    // 3 hours missing two weeks in a row: the second has only the first, itself missing, to copy from.
    const gaps = [stepOf(3, 8), stepOf(10, 8)];
    await importTestCurves(operation, [
      {
        point: "Mairie",
        days: FORTNIGHT,
        energyWh: (step) => (gaps.some((first) => step >= first && step < first + 6) ? Number.NaN : step),
      },
    ]);
    const result = await settleTestPeriod(operation, START);
    if (result.status !== "incomplete") throw new Error("incomplete");
    expect(result.missing.map(({ day }) => day)).toEqual(["2026-06-03", "2026-06-10"]);
  });
});
