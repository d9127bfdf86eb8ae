import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { insertCoefficientKey, listCoefficientKeys } from "@/lib/data/coefficient-keys";
import { civilDate } from "@/lib/domain/time/civil-date";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { attachTestPoint } from "../../support/test-attachment";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity, { startDay: civilDate("2026-03-01") });
});

describe("a PRM", () => {
  /** Puts the town hall's PRM of `operation` into another operation too. */
  async function alsoIn(other: TestOperation, from: string, toExclusive: string | null = null) {
    const { prm } = operation.point("Mairie");
    const name = "Mairie";
    await sql("UPDATE metering_point SET prm = $3 WHERE operation_id = $1 AND id = $2", [
      other.id,
      other.point(name).id,
      prm,
    ]);
    const moved = { ...other, point: (asked: string) => ({ ...other.point(asked), prm }) };
    await attachTestPoint(sql, moved, name, [{ role: "consumer", from, toExclusive }]);
  }

  test("is in one operation at a time: the database refuses days that overlap", async () => {
    const other = await createTestOperation(collectivity);
    await expect(alsoIn(other, "2026-05-01")).rejects.toThrow("attachment_one_operation_at_a_time");
    await expect(alsoIn(other, "2026-02-01", "2026-03-02")).rejects.toThrow("attachment_one_operation_at_a_time");
  });

  test("may join another operation the day it is out of the first", async () => {
    const other = await createTestOperation(collectivity);
    await attachTestPoint(sql, operation, "Mairie", [
      { role: "consumer", from: "2026-03-01", toExclusive: "2026-05-01" },
    ]);
    await alsoIn(other, "2026-05-01");
    await expect(
      attachTestPoint(sql, operation, "Mairie", [{ role: "consumer", from: "2026-03-01", toExclusive: "2026-05-02" }]),
    ).rejects.toThrow("attachment_one_operation_at_a_time");
  });

  test("may be consumer and producer of one operation, once each", async () => {
    const both = [
      { role: "consumer", from: "2026-03-01" },
      { role: "producer", from: "2026-03-01" },
    ] as const;
    await attachTestPoint(sql, operation, "Mairie", both);
    const twice = [...both, { role: "consumer", from: "2026-06-01" } as const];
    await expect(attachTestPoint(sql, operation, "Mairie", twice)).rejects.toThrow("attachment_once_per_role");
  });

  test("cannot leave before it entered", async () => {
    const backwards = [{ role: "consumer", from: "2026-03-01", toExclusive: "2026-03-01" }] as const;
    await expect(attachTestPoint(sql, operation, "Mairie", backwards)).rejects.toThrow("attachment_not_empty");
  });

  test.for(["1234567890123", "1234567890123X", "123456789012345"])("cannot be %j", async (prm) => {
    const change = sql("UPDATE metering_point SET prm = $2 WHERE operation_id = $1", [operation.id, prm]);
    await expect(change).rejects.toThrow();
  });
});

describe("a key", () => {
  const insertKey = (from: string, shares: Readonly<Record<string, number>> = {}) =>
    insertCoefficientKey(operation.id, collectivity.users.officer.actor, {
      kind: "static",
      from: civilDate(from),
      ppmByConsumer: new Map(Object.entries(shares).map(([name, ppm]) => [operation.point(name).id, ppm])),
    });

  const daysOfKeys = async () =>
    (await listCoefficientKeys(operation.id)).map(({ from, toExclusive }) => [from, toExclusive]);

  test("ends where the next one starts", async () => {
    await insertKey("2026-03-01");
    await insertKey("2026-05-15");
    expect(await daysOfKeys()).toEqual([
      ["2026-03-01", "2026-05-15"],
      ["2026-05-15", null],
    ]);
  });

  test("replaces those that were to start on its day or later, and history keeps them", async () => {
    for (const from of ["2026-03-01", "2026-05-01", "2026-07-01", "2026-04-01"]) await insertKey(from);
    expect(await daysOfKeys()).toEqual([
      ["2026-03-01", "2026-04-01"],
      ["2026-04-01", null],
    ]);
    expect(await sql("SELECT FROM coefficient_key WHERE operation_id = $1", [operation.id])).toHaveLength(4);
  });

  test("set by two people at once leaves one in force", async () => {
    await Promise.all([insertKey("2026-03-01", { Mairie: 1 }), insertKey("2026-03-01", { Mairie: 2 })]);
    expect(await daysOfKeys()).toEqual([["2026-03-01", null]]);
  });

  test("cannot share a day with another, whoever writes it", async () => {
    await insertKey("2026-03-01");
    const second = sql(
      `INSERT INTO coefficient_key (operation_id, id, version, kind, state, sent_at, from_day)
       VALUES ($1, $2, 2, 'default', 'sent', now(), '2026-04-01')`,
      [operation.id, randomUUID()],
    );
    await expect(second).rejects.toThrow("coefficient_key_one_per_day");
  });

  test.for([-1, 1_000_001])("cannot give %i ppm", async (ppm) => {
    await expect(insertKey("2026-03-01", { Mairie: ppm })).rejects.toThrow();
    expect(await daysOfKeys()).toEqual([]);
  });
});
