import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findMeteringPoint } from "@/lib/data/metering-points";
import { type CivilDate, civilDate } from "@/lib/domain/time/civil-date";
import { listPeriods } from "@/lib/services/list-periods";
import { changePlannedDays } from "@/lib/services/registry/change-planned-days";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { importTestCurves } from "../../support/import-test-files";
import { addTestPoint, decideTestStays, planTestEntry, testStays } from "../../support/registry-by-hand";
import { settleTestPeriod } from "../../support/settle-test-period";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const day = civilDate;

/** Periods of fourteen days, then of a month from the 15th on. */
const START = day("2026-06-01");
const FIRST = ["2026-06-01", "2026-06-14"] as const;
const SECOND = ["2026-06-15", "2026-07-14"] as const;

let collectivity: TestCollectivity;
let operation: TestOperation;
let school: string;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity, { startDay: START, monthlyAnniversaryDay: 15, key: "default" });
  school = operation.point("École").prm;
});

async function settleTwoPeriods(): Promise<void> {
  for (const days of [FIRST, SECOND]) {
    const curves = ["Toiture", "Mairie", "École"].map((point) => ({ point, days, energyWh: 10 }));
    await importTestCurves(operation, curves);
    const { status } = await settleTestPeriod(operation, day(days[0]));
    expect(status).toBe("settled");
  }
}

const statesOf = async () =>
  Object.fromEntries(
    (await listPeriods(operation, day("2026-07-20"))).map(({ period, state }) => [period.from, state]),
  );

const exitOn = (on: string) => ({ kind: "exit" as const, day: day(on), cause: "organiser" as const });

describe("an exit", () => {
  test("ends the stay, with its cause, and puts the settled periods of its days out of date", async () => {
    await settleTwoPeriods();
    const decided = await decideTestStays(operation, school, exitOn("2026-06-20"));
    expect(decided).toEqual({ status: "done" });
    expect(await testStays(operation, school)).toEqual([["consumer", START, "2026-06-20"]]);
    expect((await findMeteringPoint(operation.id, school))?.stays).toMatchObject([{ exitCause: "organiser" }]);
    expect(await statesOf()).toMatchObject({ "2026-06-01": "settled", "2026-06-15": "to_recompute" });
  });

  test("that touches settled periods, or leaves no consumer, is told beforehand", async () => {
    await settleTwoPeriods();
    const unconfirmed = { isConfirmed: false };
    const touching = await decideTestStays(operation, school, exitOn("2026-06-20"), unconfirmed);
    expect(touching).toEqual({
      status: "unconfirmed",
      warnings: [{ code: "SETTLED_PERIODS", periods: [{ from: "2026-06-15", toExclusive: "2026-07-15" }] }],
    });
    const last = await decideTestStays(operation, operation.point("Toiture").prm, exitOn("2026-09-01"), unconfirmed);
    expect(last).toEqual({
      status: "unconfirmed",
      warnings: [{ code: "UNVIABLE", day: "2026-09-01", lacks: ["producer"] }],
    });
    expect(await testStays(operation, school)).toEqual([["consumer", START, null]]);
    expect(await statesOf()).toMatchObject({ "2026-06-15": "settled" });
  });

  test("without consequences needs no second word", async () => {
    expect(await decideTestStays(operation, school, exitOn("2026-09-01"), { isConfirmed: false })).toEqual({
      status: "done",
    });
  });

  test("on its first day or before is refused", async () => {
    await expect(decideTestStays(operation, school, exitOn(START))).rejects.toMatchObject({
      code: "EXIT_BEFORE_ENTRY",
    });
  });

  test("of a storage unit takes both its roles", async () => {
    const { prm } = await addTestPoint(operation, {
      roles: ["consumer", "producer"],
      day: "2026-07-01",
      details: { isStorage: true },
    });
    await decideTestStays(operation, prm, exitOn("2026-09-01"), { roles: ["consumer"] });
    expect(await testStays(operation, prm)).toEqual([
      ["consumer", "2026-07-01", "2026-09-01"],
      ["producer", "2026-07-01", "2026-09-01"],
    ]);
  });

  test("of one role of a site that has both leaves the other", async () => {
    const { prm } = await addTestPoint(operation, { roles: ["consumer", "producer"], day: "2026-07-01" });
    await decideTestStays(operation, prm, exitOn("2026-09-01"), { roles: ["producer"] });
    expect(await testStays(operation, prm)).toEqual([
      ["consumer", "2026-07-01", null],
      ["producer", "2026-07-01", "2026-09-01"],
    ]);
  });
});

describe("the day the operator sets", () => {
  test("replaces the one asked for, which is kept", async () => {
    const { prm } = await addTestPoint(operation, { day: "2026-08-01" });
    await decideTestStays(operation, prm, { kind: "correct_entry", day: day("2026-08-10") });
    await decideTestStays(operation, prm, { kind: "correct_entry", day: day("2026-08-12") });
    await decideTestStays(operation, prm, exitOn("2026-10-01"));
    await decideTestStays(operation, prm, { kind: "correct_exit", day: day("2026-10-05") });
    expect((await findMeteringPoint(operation.id, prm))?.stays).toMatchObject([
      { from: "2026-08-12", requestedFrom: "2026-08-01", toExclusive: "2026-10-05", requestedTo: "2026-10-01" },
    ]);
    await decideTestStays(operation, prm, { kind: "correct_exit", day: day("2026-10-01") });
    expect((await findMeteringPoint(operation.id, prm))?.stays).toMatchObject([{ requestedTo: null }]);
  });

  test("moves settled periods on the days between only", async () => {
    await settleTwoPeriods();
    await decideTestStays(operation, school, { kind: "correct_entry", day: day("2026-06-03") });
    expect(await statesOf()).toMatchObject({ "2026-06-01": "to_recompute", "2026-06-15": "settled" });
  });

  test("of an exit nobody planned is refused", async () => {
    const decision = { kind: "correct_exit" as const, day: day("2026-10-05") };
    await expect(decideTestStays(operation, school, decision)).rejects.toMatchObject({ code: "UNKNOWN_STAY" });
  });
});

describe("giving up", () => {
  test("a planned entry leaves the metering point without days", async () => {
    const { prm } = await addTestPoint(operation, { day: "2026-08-01" });
    await decideTestStays(operation, prm, { kind: "cancel_entry" });
    expect(await testStays(operation, prm)).toEqual([]);
  });

  test("an entry that has begun is refused", async () => {
    await expect(decideTestStays(operation, school, { kind: "cancel_entry" })).rejects.toMatchObject({
      code: "ALREADY_ENTERED",
    });
  });

  test("an exit lets it stay, and forgets its cause", async () => {
    await decideTestStays(operation, school, exitOn("2026-09-01"));
    await decideTestStays(operation, school, { kind: "cancel_exit" });
    expect((await findMeteringPoint(operation.id, school))?.stays).toMatchObject([
      { toExclusive: null, exitCause: null, requestedTo: null },
    ]);
  });
});

describe("an entry", () => {
  test("brings back who left, from that very day on if need be", async () => {
    await decideTestStays(operation, school, exitOn("2026-09-01"));
    await planTestEntry(operation, school, "2026-09-01", ["consumer"]);
    expect(await testStays(operation, school)).toEqual([
      ["consumer", START, "2026-09-01"],
      ["consumer", "2026-09-01", null],
    ]);
  });

  test("on days it has already is refused", async () => {
    await expect(planTestEntry(operation, school, "2026-09-01", ["consumer"])).rejects.toMatchObject({
      code: "STAYS_OVERLAP",
    });
  });
});

test("a stay of another metering point is unknown here, and nothing changes", async () => {
  const stays = async (prm: string) => (await findMeteringPoint(operation.id, prm))?.stays ?? [];
  const [other] = await stays(operation.point("Mairie").prm);
  const { actor } = collectivity.users.officer;
  const request = { prm: school, decision: exitOn("2026-09-01"), today: START as CivilDate, isConfirmed: true };
  const foreign = changePlannedDays(operation, actor, { ...request, stayIds: [other?.id ?? ""] });
  await expect(foreign).rejects.toMatchObject({ code: "UNKNOWN_STAY" });
  const [count] = await sql<{ events: string }>(
    "SELECT count(*) AS events FROM audit_event WHERE operation_id = $1 AND action LIKE '%.exit'",
    [operation.id],
  );
  expect(count?.events).toBe("0");
});
