import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listCurveDays } from "@/lib/data/load-curve-days";
import { civilDate } from "@/lib/domain/time/civil-date";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { importTestCurves, importTestFiles, namedCurveFile } from "../../support/import-test-files";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const JUNE = ["2026-06-01", "2026-06-30"] as const;

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity);
});

/** Every stored version of a day of a metering point, oldest first. */
async function versionsOf(name: string, day: string) {
  return sql<{ version: number; is_current: boolean; total_wh: number; missing_count: number }>(
    `SELECT version, superseded_at IS NULL AS is_current, total_wh, missing_count
       FROM load_curve_day WHERE operation_id = $1 AND metering_point_id = $2 AND day = $3 ORDER BY version`,
    [operation.id, operation.point(name).id, day],
  );
}

async function countDays(): Promise<number> {
  const [row] = await sql<{ count: number }>(
    "SELECT count(*)::int AS count FROM load_curve_day WHERE operation_id = $1",
    [operation.id],
  );
  return row?.count ?? 0;
}

test("a month of two meters is stored day by day, value by value", async () => {
  const imported = await importTestCurves(operation, [
    { point: "Mairie", days: JUNE, energyWh: (step) => step },
    { point: "Toiture", days: JUNE, energyWh: 250 },
  ]);
  expect(imported.report.totals).toEqual({
    fileCount: 2,
    valueCount: 2880,
    missingCount: 0,
    figureCount: 0,
    newFigureCount: 0,
    correctedFigureCount: 0,
    newDayCount: 60,
    correctedDayCount: 0,
    unchangedDayCount: 0,
    errorCount: 0,
    warningCount: 0,
  });
  expect(imported.file(0)).toMatchObject({
    outcome: "imported",
    prm: operation.point("Mairie").prm,
    quantity: "withdrawal",
    firstDay: "2026-06-01",
    lastDay: "2026-06-30",
    stepMinutes: 30,
  });
  const period = { from: civilDate("2026-06-01"), toExclusive: civilDate("2026-07-01") };
  const days = await listCurveDays(operation.id, ["withdrawal"], period);
  expect(days.map(({ day }) => day)).toHaveLength(30);
  expect(days.flatMap(({ energyWh }) => [...energyWh])).toEqual(Array.from({ length: 1440 }, (_, step) => step));
  expect(await versionsOf("Toiture", "2026-06-30")).toEqual([
    { version: 1, is_current: true, total_wh: 12_000, missing_count: 0 },
  ]);
});

test("the same file twice changes nothing and says when it came first", async () => {
  const file = namedCurveFile(operation, { point: "Mairie", days: JUNE, energyWh: 100 });
  await importTestFiles(operation, [file]);
  const again = await importTestFiles(operation, [file]);
  expect(again.status).toBe("done");
  expect(again.file(0)).toMatchObject({ outcome: "already_imported", newDayCount: 0, correctedDayCount: 0 });
  expect(again.problems).toEqual([
    {
      severity: "warning",
      code: "ALREADY_IMPORTED",
      message: expect.stringMatching(
        /^Ce fichier a déjà été importé le \d\d\/\d\d\/\d{4} .*\u00a0: rien n’a changé\.$/,
      ),
    },
  ]);
  expect(await countDays()).toBe(30);
});

test("the same values written another way change nothing either", async () => {
  const file = namedCurveFile(operation, { point: "Mairie", days: JUNE, energyWh: 100 });
  await importTestFiles(operation, [file]);
  const bytes = new TextEncoder().encode(file.text.replaceAll("\r\n", "\n"));
  const again = await importTestFiles(operation, [{ ...file, bytes }]);
  expect(again.file(0)).toMatchObject({ outcome: "unchanged", unchangedDayCount: 30, newDayCount: 0 });
  expect(await countDays()).toBe(30);
});

test("the same bytes for two meters are two curves", async () => {
  const [mairie, ecole] = ["Mairie", "École"].map((point) =>
    namedCurveFile(operation, { point, days: JUNE, energyWh: 42 }),
  );
  if (!mairie || !ecole) throw new Error("two files");
  expect(mairie.text).toBe(ecole.text);
  const imported = await importTestFiles(operation, [mairie, ecole]);
  expect(imported.report.totals).toMatchObject({ newDayCount: 60, warningCount: 0 });
  expect(await versionsOf("École", "2026-06-01")).toHaveLength(1);
  const [kept] = await sql<{ count: number }>("SELECT count(*)::int AS count FROM kept_file WHERE operation_id = $1", [
    operation.id,
  ]);
  expect(kept?.count).toBe(1); // the bytes are kept once
});

describe("a correction", () => {
  test("makes a new version of its days only, keeps the old one, and leaves one current", async () => {
    await importTestCurves(operation, [{ point: "Mairie", days: JUNE, energyWh: 100 }]);
    const correction = await importTestCurves(operation, [
      { point: "Mairie", days: ["2026-06-10", "2026-06-12"], energyWh: (step) => (step < 48 ? 100 : 130) },
    ]);
    expect(correction.file(0)).toMatchObject({ correctedDayCount: 2, unchangedDayCount: 1, newDayCount: 0 });
    expect(await versionsOf("Mairie", "2026-06-10")).toMatchObject([{ version: 1, is_current: true }]);
    expect(await versionsOf("Mairie", "2026-06-11")).toEqual([
      { version: 1, is_current: false, total_wh: 4800, missing_count: 0 },
      { version: 2, is_current: true, total_wh: 6240, missing_count: 0 },
    ]);
  });

  test("of a correction leaves one current again", async () => {
    for (const energyWh of [1, 2, 3]) {
      await importTestCurves(operation, [{ point: "Mairie", days: ["2026-06-10", "2026-06-10"], energyWh }]);
    }
    expect(await versionsOf("Mairie", "2026-06-10")).toMatchObject([
      { version: 1, is_current: false },
      { version: 2, is_current: false },
      { version: 3, is_current: true, total_wh: 144 },
    ]);
  });

  test("with fewer values is taken, with a warning", async () => {
    await importTestCurves(operation, [{ point: "Mairie", days: JUNE, energyWh: 100 }]);
    const correction = await importTestCurves(operation, [
      { point: "Mairie", days: ["2026-06-10", "2026-06-10"], energyWh: (step) => (step < 3 ? Number.NaN : 100) },
    ]);
    expect(correction.problems).toEqual([
      { severity: "warning", code: "FEWER_VALUES", message: expect.stringContaining("3 valeurs connues") },
    ]);
    expect(await versionsOf("Mairie", "2026-06-10")).toMatchObject([
      { is_current: false, missing_count: 0 },
      { is_current: true, missing_count: 3, total_wh: 4500 },
    ]);
  });

  test("of another step is a new version too", async () => {
    const days = ["2026-06-10", "2026-06-10"] as const;
    await importTestCurves(operation, [{ point: "Mairie", days, energyWh: 0 }]);
    const finer = await importTestCurves(operation, [{ point: "Mairie", days, energyWh: 0, stepMinutes: 10 }]);
    expect(finer.file(0)).toMatchObject({ correctedDayCount: 1, stepMinutes: 10, valueCount: 144 });
    expect(await versionsOf("Mairie", "2026-06-10")).toHaveLength(2);
  });
});

test("two identical files in one drop count once", async () => {
  const file = namedCurveFile(operation, { point: "Mairie", days: JUNE, energyWh: 100 });
  const imported = await importTestFiles(operation, [file, { ...file, name: file.name.replace(".csv", " (1).csv") }]);
  expect(imported.status).toBe("done");
  expect(imported.report.files.map(({ outcome }) => outcome)).toEqual(["imported", "unchanged"]);
  expect(await countDays()).toBe(30);
});

test("an injection contract stands for its producer", async () => {
  const { prm } = operation.point("Toiture");
  const file = namedCurveFile(operation, { point: "Toiture", days: JUNE, energyWh: 5 });
  const imported = await importTestFiles(operation, [{ ...file, name: file.name.replace(prm, prm.slice(-10)) }]);
  expect(imported.file(0)).toMatchObject({ outcome: "imported", prm, quantity: "injection" });
});

test("a meter that is consumer and producer keeps both curves apart", async () => {
  operation = await createTestOperation(collectivity, { perimeter: { Batterie: ["consumer", "producer"] } });
  await importTestCurves(operation, [
    { point: "Batterie", quantity: "withdrawal", days: JUNE, energyWh: 1 },
    { point: "Batterie", quantity: "injection", days: JUNE, energyWh: 2 },
  ]);
  const rows = await sql<{ quantity: string; total: number }>(
    `SELECT quantity, sum(total_wh) AS total FROM load_curve_day WHERE operation_id = $1 GROUP BY 1 ORDER BY 1`,
    [operation.id],
  );
  expect(rows).toEqual([
    { quantity: "withdrawal", total: 1440 },
    { quantity: "injection", total: 2880 },
  ]);
});

test("every import leaves an audit event that nobody can change or delete", async () => {
  const imported = await importTestCurves(operation, [{ point: "Mairie", days: JUNE, energyWh: 1 }]);
  const events = await sql(
    `SELECT id, action, via, actor_user_id, object_type, after->>'newDayCount' AS new_days
       FROM audit_event WHERE operation_id = $1 AND object_id = $2`,
    [operation.id, imported.id],
  );
  expect(events).toEqual([
    {
      id: expect.any(String),
      action: "import.measures",
      via: "session",
      actor_user_id: collectivity.users.officer.id,
      object_type: "measure_import",
      new_days: "30",
    },
  ]);
  const id = events[0]?.id;
  await expect(sql("UPDATE audit_event SET action = 'none' WHERE id = $1", [id])).rejects.toThrow("append-only");
  await expect(sql("DELETE FROM audit_event WHERE id = $1", [id])).rejects.toThrow("append-only");
});
