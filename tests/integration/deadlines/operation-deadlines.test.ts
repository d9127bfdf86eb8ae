import { beforeAll, describe, expect, test, vi } from "vitest";
import { insertCoefficientKey } from "@/lib/data/coefficient-keys";
import { findOperation } from "@/lib/data/operations";
import { pool } from "@/lib/data/pg";
import type { DeadlineRuleId } from "@/lib/domain/deadlines/deadline-rules";
import { civilDate } from "@/lib/domain/time/civil-date";
import { createKeyDraft } from "@/lib/services/coefficients/create-key-draft";
import { listOperationDeadlines } from "@/lib/services/deadlines/list-operation-deadlines";
import { updateOperationSheet } from "@/lib/services/operations/update-operation-sheet";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { deliverTestCoefficients } from "../../support/deliver-test-coefficients";
import { createDynamicOperation, OCTOBER } from "../../support/dynamic-operation";
import { importTestCurves } from "../../support/import-test-files";
import { addTestPoint } from "../../support/registry-by-hand";
import { settleTestPeriod } from "../../support/settle-test-period";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

let collectivity: TestCollectivity;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

/** The deadlines of some rules on a day: « rule subject: state, last day ». */
async function list(operation: TestOperation, day: string, ...rules: readonly DeadlineRuleId[]) {
  const deadlines = await listOperationDeadlines([operation], civilDate(day));
  return deadlines
    .filter(({ rule }) => rules.includes(rule))
    .map(({ rule, subject, state, dueDay }) => `${rule} ${subject.id}: ${state.kind}, ${dueDay}`);
}

const MARCH = ["2026-03-01", "2026-03-31"] as const;

function measureMarch(operation: TestOperation, energyWh = 100) {
  const points = operation.points.map(({ name }) => name);
  return importTestCurves(
    operation,
    points.map((point) => ({ point, days: MARCH, energyWh })),
  );
}

describe("a period", () => {
  test("is awaited, late, to settle, settled, to settle again", async () => {
    const operation = await createTestOperation(collectivity, { key: "default" });
    const march = (day: string) => list(operation, day, "measures", "settle", "settle-again");
    expect(await march("2026-03-20")).toEqual(["measures 2026-03-01: to_come, 2026-04-09"]);
    expect(await march("2026-04-09")).toEqual([
      "measures 2026-03-01: due_soon, 2026-04-09",
      "measures 2026-04-01: to_come, 2026-05-09",
    ]);
    const [late] = await listOperationDeadlines([operation], civilDate("2026-04-12"));
    expect(late).toMatchObject({
      rule: "measures",
      actor: "dso",
      articles: ["5.2.2"],
      path: "/periodes/2026-03-01",
      subject: { text: "mars 2026, 3\u00a0PRM incomplets" },
      state: { kind: "late", days: 3, unit: "calendar_days" },
    });

    await measureMarch(operation);
    expect(await march("2026-04-12")).toContain("settle 2026-03-01: open, null");
    await settleTestPeriod(operation, civilDate("2026-03-01"));
    expect(await march("2026-04-12")).toContain("settle 2026-03-01: done, null");
    await measureMarch(operation, 120);
    expect(await march("2026-04-12")).toContain("settle-again 2026-03-01: open, null");
    await settleTestPeriod(operation, civilDate("2026-03-01"));
    expect(await march("2026-04-12")).not.toContain("settle-again 2026-03-01: open, null");
  });

  test("is to settle once what lacks can be corrected, or was given", async () => {
    const operation = await createTestOperation(collectivity, { key: "default" });
    const state = async () => (await list(operation, "2026-04-12", "measures", "settle")).slice(0, 2);
    const curve = (point: string, lastDay: string, energyWh: number | ((step: number) => number) = 100) => ({
      point,
      days: ["2026-03-01", lastDay] as const,
      energyWh,
    });
    await importTestCurves(operation, [curve("Toiture", "2026-03-31"), curve("Mairie", "2026-03-31")]);
    // A week before, nothing was measured on these two days either.
    const inHole = (step: number) => (step >= 48 * 9 && step < 48 * 10) || (step >= 48 * 16 && step < 48 * 17);
    const holed = curve("École", "2026-03-31", (step) => (inHole(step) ? Number.NaN : 100));
    await importTestCurves(operation, [holed]);
    expect(await state()).toEqual([
      "measures 2026-03-01: late, 2026-04-09",
      "measures 2026-04-01: to_come, 2026-05-09",
    ]);
    const once = curve("École", "2026-03-31", (step) => (inHole(step) && step >= 48 * 16 ? Number.NaN : 100));
    await importTestCurves(operation, [once]);
    expect(await state()).toContain("settle 2026-03-01: open, null");
    expect((await settleTestPeriod(operation, civilDate("2026-03-01"))).status).not.toBe("incomplete");
  });

  test("calls for nothing once the convention has ended", async () => {
    const operation = await createTestOperation(collectivity);
    await sql(
      `INSERT INTO operation_status (operation_id, id, from_day, status)
       VALUES ($1, gen_random_uuid(), '2026-04-01', 'ended')`,
      [operation.id],
    );
    expect(await list(operation, "2026-05-12", "measures", "settle")).toEqual([
      "measures 2026-03-01: late, 2026-04-09",
    ]);
  });

  test("with nobody to share calls for nothing", async () => {
    const operation = await createTestOperation(collectivity, { perimeter: { Mairie: ["consumer"] } });
    expect(await list(operation, "2026-04-12", "measures", "settle")).toEqual([
      "measures 2026-04-01: to_come, 2026-05-09",
    ]);
  });
});

describe("the key of a month", () => {
  const ppm = { Mairie: () => 500_000, École: () => 500_000 };

  test("is due on the 4th working day after the anniversary, and done once it is notified", async () => {
    const operation = await createDynamicOperation(collectivity);
    const october = async (day: string) => (await list(operation, day, "dynamic-key"))[0];
    // 1 November 2025 is a Saturday: 3, 4, 5, 6.
    expect(await october("2025-10-15")).toBe("dynamic-key 2025-10-01: to_come, 2025-11-06");
    expect(await october("2025-11-06")).toBe("dynamic-key 2025-10-01: due_soon, 2025-11-06");
    expect(await october("2025-11-10")).toBe("dynamic-key 2025-10-01: late, 2025-11-06");
    await deliverTestCoefficients(operation, { period: OCTOBER, sentDay: civilDate("2025-11-05"), ppm });
    const after = await list(operation, "2025-11-10", "dynamic-key");
    expect(after).toContain("dynamic-key 2025-10-01: done, 2025-11-06");
  });

  test("has one day more where Good Friday is a holiday", async () => {
    const operation = await createTestOperation(collectivity);
    const { actor } = collectivity.users.officer;
    const key = { kind: "dynamic_simple", from: civilDate("2026-03-01"), ppmByConsumer: new Map() } as const;
    await insertCoefficientKey(operation.id, actor, key);
    expect(await list(operation, "2026-03-20", "dynamic-key")).toEqual(["dynamic-key 2026-03-01: to_come, 2026-04-08"]);
    await updateOperationSheet(
      operation.id,
      actor,
      { operation: { holidayRegion: "alsace_moselle" } },
      civilDate("2026-03-20"),
    );
    const sheet = await findOperation(operation.id);
    if (!sheet) throw new Error("the operation is gone");
    const moved = await list({ ...operation, sheet }, "2026-03-20", "dynamic-key");
    expect(moved).toEqual(["dynamic-key 2026-03-01: to_come, 2026-04-09"]);
  });
});

test("a key being made calls for its notice and its announcement before its first day", async () => {
  const operation = await createTestOperation(collectivity, { key: "default" });
  const from = civilDate("2026-07-01");
  const id = await createKeyDraft(operation, collectivity.users.officer.actor, {
    kind: "static",
    from,
    ppmByConsumer: new Map([[operation.point("Mairie").id, 500_000]]),
    unitPpm: 100,
    rule: null,
    reason: null,
    sourceKeyId: null,
  });
  // 15 working days before 1 July 2026: 30 June is the first of them.
  expect(await list(operation, "2026-06-01", "kind-change", "static-change", "announcement")).toEqual([
    `kind-change ${id}: to_come, 2026-06-10`,
    `announcement ${id}: to_come, 2026-06-30`,
  ]);
  expect(await list(operation, "2026-06-12", "kind-change")).toEqual([`kind-change ${id}: late, 2026-06-10`]);
});

test("an entry to come calls for a request, and for a consent the day before at the latest", async () => {
  const operation = await createTestOperation(collectivity);
  await addTestPoint(operation, { day: "2026-08-03" });
  const asked = (day: string) => list(operation, day, "perimeter-request", "consent-before-entry");
  // 14 July is a holiday.
  expect(await asked("2026-06-15")).toEqual([
    "perimeter-request 2026-08-03: to_come, 2026-07-10",
    "consent-before-entry 2026-08-03: to_come, 2026-08-02",
  ]);
  expect(await asked("2026-08-03")).toEqual([]);
  const [missing] = (await listOperationDeadlines([operation], civilDate("2026-08-03"))).filter(
    ({ rule }) => rule === "consent-missing",
  );
  // The commune, which signed nothing here, and the resident: counted, never named.
  expect(missing?.subject).toEqual({ id: "consents", text: "2\u00a0participants", namesPerson: false });
});

test("the erasure of who left is told two months before, and no more once it is done", async () => {
  const operation = await createTestOperation(collectivity);
  const former = `INSERT INTO participant (operation_id, id, kind, name) VALUES ($1, gen_random_uuid(), 'natural', 'Ancienne voisine')
    RETURNING id`;
  const [person] = await sql<{ id: string }>(former, [operation.id]);
  await sql(
    `INSERT INTO consent (operation_id, id, participant_id, kind, given_day, withdrawn_day, participation,
                          curve_collection, supplier_transmission, organiser_transmission)
     VALUES ($1, gen_random_uuid(), $2, 'agreement', '2020-02-01', '2021-08-10', true, true, false, true)`,
    [operation.id, person?.id],
  );
  const told = (day: string) => list(operation, day, "consent-destruction");
  expect(await told("2026-06-10")).toEqual([]);
  expect(await told("2026-06-12")).toEqual(["consent-destruction 2021-08-10: to_come, 2026-08-10"]);
  await sql("UPDATE participant SET erased_at = now() WHERE id = $1", [person?.id]);
  expect(await told("2026-06-12")).toEqual([]);
});

test("reading twelve operations takes as many queries as reading one", async () => {
  const operations = await Promise.all(Array.from({ length: 12 }, () => createTestOperation(collectivity)));
  const queries = vi.spyOn(pool, "query");
  const today = civilDate("2026-06-15");
  await listOperationDeadlines(operations.slice(0, 1), today);
  const one = queries.mock.calls.length;
  queries.mockClear();
  const deadlines = await listOperationDeadlines(operations, today);
  expect(queries.mock.calls.length).toBe(one);
  queries.mockRestore();
  expect(new Set(deadlines.map(({ operationId }) => operationId)).size).toBe(12);
  expect(new Set(deadlines.map(({ id }) => id)).size).toBe(deadlines.length);
});
