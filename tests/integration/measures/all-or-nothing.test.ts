import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { writeMeasureImport } from "@/lib/data/measure-import-writing";
import { pool } from "@/lib/data/pg";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { importMeasures } from "@/lib/services/measures/import-measures";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { importTestCurves, importTestFiles, namedCurveFile } from "../../support/import-test-files";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const YEAR = ["2026-01-01", "2026-12-31"] as const;

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity, { startDay: civilDate("2026-01-01") });
});

const TABLES = [
  "load_curve_day",
  "measure_import",
  "measure_import_file",
  "kept_file",
  "imported_curve",
  "audit_event",
];

/** How many rows of each table the operation has. */
async function countRows(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of TABLES) {
    const [row] = await sql<{ count: number }>(`SELECT count(*)::int AS count FROM ${table} WHERE operation_id = $1`, [
      operation.id,
    ]);
    counts[table] = row?.count ?? -1;
  }
  return counts;
}

const importOf = (files: readonly { name: string; bytes: Uint8Array }[]) => ({
  importId: randomUUID(),
  actor: collectivity.users.officer.actor,
  uploads: files,
});

describe("an import that dies midway leaves the database as it was", () => {
  test("when something throws inside it", async () => {
    await importTestCurves(operation, [{ point: "Mairie", days: YEAR, energyWh: 1 }]);
    const before = await countRows();
    const correction = namedCurveFile(operation, { point: "Mairie", days: YEAR, energyWh: 2 });
    const other = namedCurveFile(operation, { point: "Toiture", days: YEAR, energyWh: 3 });
    const dying = importMeasures(operation.id, importOf([correction, other]), (filesDone) => {
      if (filesDone === 2) throw new Error("out of memory, say");
    });
    await expect(dying).rejects.toThrow("out of memory, say");
    expect(await countRows()).toEqual(before);
    expect(
      await sql("SELECT FROM load_curve_day WHERE operation_id = $1 AND superseded_at IS NOT NULL", [operation.id]),
    ).toEqual([]);
  });

  test("when its connection is cut while it copies, and the next import goes through", async () => {
    const before = await countRows();
    const file = namedCurveFile(operation, { point: "Mairie", days: YEAR, energyWh: 2 });
    const dying = writeMeasureImport(
      operation.id,
      { importId: randomUUID(), actor: collectivity.users.officer.actor, files: [] },
      async (writing) => {
        await writing.copyDays(oneDay());
        const cut = await sql(
          `SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_stat_activity USING (pid)
            WHERE locktype = 'advisory' AND datname = current_database() AND state = 'idle in transaction'`,
        );
        expect(cut).toHaveLength(1);
        await writing.copyDays(oneDay(2));
        throw new Error("the connection was still there");
      },
    );
    await expect(dying).rejects.toThrow(/terminat|closed|connection/i);
    expect(await countRows()).toEqual(before);
    const next = await importTestFiles(operation, [file]);
    expect(next).toMatchObject({ status: "done", report: { totals: { newDayCount: 365 } } });
  });

  function* oneDay(version = 1) {
    yield {
      meteringPointId: operation.point("Mairie").id,
      quantity: "withdrawal" as const,
      day: civilDate("2026-01-01"),
      stepMinutes: 60,
      energyWh: new Float64Array(24),
      version,
      totalWh: 0,
      missingCount: 0,
    };
  }
});

describe("imports at once", () => {
  test("of the same file, one writes and the other says that it is there", async () => {
    const file = namedCurveFile(operation, { point: "Mairie", days: YEAR, energyWh: 1 });
    const both = await Promise.all([importTestFiles(operation, [file]), importTestFiles(operation, [file])]);
    const outcomes = both.map((each) => each.file(0).outcome).sort();
    expect(outcomes).toEqual(["already_imported", "imported"]);
    expect(await countRows()).toMatchObject({ load_curve_day: 365, measure_import: 2, audit_event: 3 });
  });

  test("of corrections of one month take their turns: every version is kept and one is current", async () => {
    const days = ["2026-06-01", "2026-06-30"] as const;
    const imports = Array.from({ length: 12 }, (_, index) =>
      importTestCurves(operation, [{ point: "Mairie", days, energyWh: index + 1 }]),
    );
    const done = await Promise.all(imports);
    expect(done.every(({ status }) => status === "done")).toBe(true);
    const rows = await sql<{ version: number; current: boolean }>(
      `SELECT version, superseded_at IS NULL AS current FROM load_curve_day
        WHERE operation_id = $1 AND day = $2 ORDER BY version`,
      [operation.id, addDays(civilDate(days[0]), 9)],
    );
    expect(rows).toEqual(Array.from({ length: 12 }, (_, index) => ({ version: index + 1, current: index === 11 })));
  });

  test("of one operation leave the readers their connections", async () => {
    let release: (() => void) | undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const actor = collectivity.users.officer.actor;
    const waiting = Array.from({ length: 8 }, () =>
      writeMeasureImport(operation.id, { importId: randomUUID(), actor, files: [] }, async () => {
        await held;
        throw new Error("over");
      }).catch((error: Error) => error.message),
    );
    const { rows } = await pool.query<{ answer: number }>("SELECT 1 AS answer");
    expect(rows).toEqual([{ answer: 1 }]);
    release?.();
    expect(await Promise.all(waiting)).toEqual(Array.from({ length: 8 }, () => "over"));
  });
});
