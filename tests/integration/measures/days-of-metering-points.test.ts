import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { copyCurveDays } from "@/lib/data/load-curve-days";
import { inTransaction } from "@/lib/data/pg";
import { civilDate } from "@/lib/domain/time/civil-date";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { importTestCurves } from "../../support/import-test-files";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const WEEK = ["2026-06-01", "2026-06-07"] as const;

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity);
});

test("a day of a metering point that the operation does not have is refused by the database", async () => {
  const stranger = (await createTestOperation(collectivity)).point("Mairie");
  const day = {
    meteringPointId: stranger.id,
    quantity: "withdrawal",
    day: civilDate("2026-06-01"),
    stepMinutes: 30,
    energyWh: new Float64Array(48),
    version: 1,
    totalWh: 0,
    missingCount: 0,
  } as const;
  const known = { ...day, meteringPointId: operation.point("Mairie").id };
  const writing = inTransaction((client) => copyCurveDays(client, operation.id, randomUUID(), [known, day]));
  await expect(writing).rejects.toMatchObject({ code: "23503" }); // foreign_key_violation
  expect(await sql("SELECT FROM load_curve_day WHERE operation_id = $1", [operation.id])).toEqual([]);
});

test("the days of a metering point go with it, and no others", async () => {
  await importTestCurves(operation, [
    { point: "Mairie", days: WEEK, energyWh: 1 },
    { point: "École", days: WEEK, energyWh: 2 },
  ]);
  await sql("DELETE FROM metering_point WHERE operation_id = $1 AND id = $2", [
    operation.id,
    operation.point("Mairie").id,
  ]);
  const left = await sql<{ id: string; days: number }>(
    "SELECT metering_point_id AS id, count(*)::int AS days FROM load_curve_day WHERE operation_id = $1 GROUP BY 1",
    [operation.id],
  );
  expect(left).toEqual([{ id: operation.point("École").id, days: 7 }]);
});
