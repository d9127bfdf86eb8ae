import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { findMeteringPoint } from "@/lib/data/metering-points";
import { type CivilDate, civilDate } from "@/lib/domain/time/civil-date";
import { listPeriods } from "@/lib/services/list-periods";
import { type TakenStay, takeOverDays } from "@/lib/services/registry/take-over-days";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { importTestCurves } from "../../support/import-test-files";
import { testStays } from "../../support/registry-by-hand";
import { settleTestPeriod } from "../../support/settle-test-period";
import { attachTestPoint } from "../../support/test-attachment";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const day = civilDate;
const START = day("2026-06-01");

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

const days = (from: string, toExclusive: string | null = null) => ({
  from: day(from),
  toExclusive: toExclusive === null ? null : day(toExclusive),
});

const take = (...stays: readonly TakenStay[]) =>
  takeOverDays(operation, operation.collectivity.users.officer.actor, stays);

const ofSchool = (ours: TakenStay["ours"], theirs: TakenStay["theirs"]): TakenStay => {
  return { prm: school, role: "consumer", ours, theirs };
};

test("the operator's days replace ours, which are kept as the days asked for", async () => {
  await take(ofSchool(days("2026-06-01"), days("2026-06-10", "2026-07-01")));
  const point = await findMeteringPoint(operation.id, school);
  expect(point?.stays).toMatchObject([
    { from: "2026-06-10", toExclusive: "2026-07-01", requestedFrom: START, requestedTo: null },
  ]);
  // What was asked for first stays, whatever the operator says next; agreeing with it forgets it.
  await take(ofSchool(days("2026-06-10", "2026-07-01"), days("2026-06-12", "2026-07-05")));
  const again = await findMeteringPoint(operation.id, school);
  expect(again?.stays).toMatchObject([{ from: "2026-06-12", requestedFrom: START, requestedTo: "2026-07-01" }]);
  await take(ofSchool(days("2026-06-12", "2026-07-05"), days("2026-06-01")));
  const back = await findMeteringPoint(operation.id, school);
  expect(back?.stays).toMatchObject([{ from: START, toExclusive: null, requestedFrom: null }]);
});

test("a boundary between two stays moves at once", async () => {
  await attachTestPoint(sql, operation, "École", [
    { role: "consumer", from: "2026-06-01", toExclusive: "2026-07-01" },
    { role: "consumer", from: "2026-07-01" },
  ]);
  await take(
    ofSchool(days("2026-06-01", "2026-07-01"), days("2026-06-01", "2026-07-10")),
    ofSchool(days("2026-07-01"), days("2026-07-10")),
  );
  expect(await testStays(operation, school)).toEqual([
    ["consumer", "2026-06-01", "2026-07-10"],
    ["consumer", "2026-07-10", null],
  ]);
});

test("only the settled periods that have one of the days are to be settled again", async () => {
  for (const period of [
    ["2026-06-01", "2026-06-14"],
    ["2026-06-15", "2026-07-14"],
  ] as const) {
    const curves = ["Toiture", "Mairie", "École"].map((point) => ({ point, days: period, energyWh: 10 }));
    await importTestCurves(operation, curves);
    await settleTestPeriod(operation, day(period[0]));
  }
  await take(ofSchool(days("2026-06-01"), days("2026-06-05")));
  const periods = await listPeriods(operation, day("2026-07-20"));
  const states = Object.fromEntries(periods.map(({ period, state }) => [period.from, state]));
  expect(states).toMatchObject({ "2026-06-01": "to_recompute", "2026-06-15": "settled" });
});

test("the trail names the metering point by its id, and both days", async () => {
  await take(ofSchool(days("2026-06-01"), days("2026-06-05")));
  const [event] = await sql(
    "SELECT object_id::text, before, after FROM audit_event WHERE operation_id = $1 AND action = 'correct.days'",
    [operation.id],
  );
  expect(event).toEqual({
    object_id: operation.point("École").id,
    before: { days: [{ role: "consumer", from: "2026-06-01", toExclusive: null }] },
    after: { days: [{ role: "consumer", from: "2026-06-05", toExclusive: null }] },
  });
  expect(JSON.stringify(event)).not.toContain(school);
});

async function expectNothingWritten(code: string, ...stays: readonly TakenStay[]): Promise<void> {
  const before = await testStays(operation, operation.point("Mairie").prm);
  await expect(take(...stays)).rejects.toMatchObject({ code });
  expect(await testStays(operation, operation.point("Mairie").prm)).toEqual(before);
}

const ofHall = (theirs: { readonly from: CivilDate; readonly toExclusive: CivilDate | null }): TakenStay => {
  return { prm: operation.point("Mairie").prm, role: "consumer", ours: days("2026-06-01"), theirs };
};

test("one line that cannot be taken over, and none is", async () => {
  const fine = ofHall(days("2026-06-20"));
  await expectNothingWritten("UNKNOWN_STAY", fine, ofSchool(days("2026-06-02"), days("2026-06-05")));
  await expectNothingWritten("BEFORE_START", fine, ofSchool(days("2026-06-01"), days("2026-05-31")));
  await expectNothingWritten("UNKNOWN_METERING_POINT", fine, { ...fine, prm: "00000000000000" });
  await attachTestPoint(sql, operation, "École", [
    { role: "consumer", from: "2026-06-01", toExclusive: "2026-07-01" },
    { role: "consumer", from: "2026-08-01" },
  ]);
  await expectNothingWritten("STAYS_OVERLAP", fine, ofSchool(days("2026-08-01"), days("2026-06-15")));
});

/** The school takes part until July, and in another operation from August on. */
async function moveSchoolTo(other: TestOperation): Promise<void> {
  await attachTestPoint(sql, operation, "École", [{ role: "consumer", from: "2026-06-01", toExclusive: "2026-07-01" }]);
  const { id } = other.point("École");
  await sql("DELETE FROM attachment WHERE metering_point_id = $1", [id]);
  await sql("UPDATE metering_point SET prm = $2 WHERE id = $1", [id, school]);
  await sql(
    `INSERT INTO attachment (operation_id, id, metering_point_id, participant_id, prm, role, from_day)
     SELECT $1, gen_random_uuid(), $2, participant_id, $3, 'consumer', '2026-08-01' FROM metering_point WHERE id = $2`,
    [other.id, id, school],
  );
}

test("another operation's days are not taken", async () => {
  await moveSchoolTo(await createTestOperation(await createTestCollectivity("Une autre commune"), { startDay: START }));
  const ours = days("2026-06-01", "2026-07-01");
  await expectNothingWritten("PRM_IN_OTHER_OPERATION", ofSchool(ours, days("2026-06-01")));
  await expectNothingWritten("PRM_IN_OTHER_OPERATION", ofSchool(ours, days("2026-06-01", "2026-09-01")));
  await take(ofSchool(ours, days("2026-06-01", "2026-08-01")));
});

test("an operation of one's own collectivity is named, with its days", async () => {
  const other = await createTestOperation(collectivity, { startDay: START });
  await moveSchoolTo(other);
  const { name, accNumber } = other.sheet;
  for (const theirs of [days("2026-06-01"), days("2026-06-01", "2026-09-01")]) {
    await expect(take(ofSchool(days("2026-06-01", "2026-07-01"), theirs))).rejects.toMatchObject({
      code: "PRM_IN_OTHER_OPERATION",
      details: { prm: school, operation: name, accNumber, from: "2026-08-01" },
    });
  }
});

const caller = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => caller.headers }));
vi.mock("next/cache", () => ({ refresh: () => undefined }));

test("the action takes what a form sends", async () => {
  const { takeOverDaysAction } = await import("@/app/(espace)/operations/[operation]/participants/perimetre/actions");
  const asked = JSON.stringify([ofSchool(days("2026-06-01"), days("2026-06-05"))]);
  caller.headers = new Headers({ cookie: await collectivity.users.officer.cookie() });
  expect(await takeOverDaysAction(operation.sheet.slug, "[]")).toMatchObject({ code: "INVALID_REQUEST" });
  expect(await takeOverDaysAction(operation.sheet.slug, asked)).toMatchObject({ status: "done" });
});
