import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { readBuildingRanking } from "@/lib/services/dashboard/read-building-ranking";
import { readEventTimeline } from "@/lib/services/dashboard/read-event-timeline";
import { readTypicalDays } from "@/lib/services/dashboard/read-typical-days";
import { listPeriods } from "@/lib/services/list-periods";
import { createTestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { importTestCurves } from "../../support/import-test-files";
import { settleTestPeriod } from "../../support/settle-test-period";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const APRIL = { from: civilDate("2026-04-01"), toExclusive: civilDate("2026-05-01") };
const STEPS = 30 * 48;

let operation: TestOperation;

beforeAll(async () => {
  operation = await createTestOperation(await createTestCollectivity(), {
    startDay: APRIL.from,
    key: { Mairie: 500_000, École: 300_000 },
  });
  const days = ["2026-04-01", "2026-04-30"] as const;
  await importTestCurves(operation, [
    { point: "Toiture", days, energyWh: 800 },
    { point: "Mairie", days, energyWh: 300 },
    { point: "École", days, energyWh: 900 },
  ]);
  await settleTestPeriod(operation, APRIL.from);
  // Measured otherwise since, and settled again: the latest version alone counts.
  await importTestCurves(operation, [{ point: "Toiture", days, energyWh: 1_000 }]);
  await settleTestPeriod(operation, APRIL.from);
});

test("the typical day is that of the latest version, for the days of its season", async () => {
  const days = await readTypicalDays(operation.id, APRIL);
  const find = (season: string, kind: string) => days.find((each) => each.season === season && each.kind === kind);
  expect(find("spring", "all")).toMatchObject({
    days: 30,
    productionWh: Array(48).fill(1_000),
    selfConsumedWh: Array(48).fill(600),
  });
  expect([find("spring", "weekday")?.days, find("spring", "weekend")?.days]).toEqual([22, 8]);
  expect(find("winter", "all")?.days).toBe(0);
});

test("sites are ranked by what was covered, with what their key kept and they did not use", async () => {
  const { buildings, grouped } = await readBuildingRanking(operation.id, APRIL, { namesPersons: false });
  const told = buildings.map(({ name, coveredShare, selfConsumedWh, reservedWh }) => ({
    name,
    coveredShare,
    selfConsumedWh,
    reservedWh,
  }));
  expect(told).toEqual([
    { name: "Mairie", coveredShare: 1, selfConsumedWh: 300 * STEPS, reservedWh: 500 * STEPS },
    { name: "École", coveredShare: 1 / 3, selfConsumedWh: 300 * STEPS, reservedWh: 300 * STEPS },
  ]);
  expect(buildings.map(({ unusedShare }) => unusedShare)).toEqual([expect.closeTo(0.4, 9), expect.closeTo(0, 9)]);
  expect(grouped).toBeNull();
});

test("a window without a settled period has no site and no day", async () => {
  const before = { from: civilDate("2025-04-01"), toExclusive: APRIL.from };
  expect(await readBuildingRanking(operation.id, before, { namesPersons: true })).toEqual({
    buildings: [],
    grouped: null,
  });
  expect((await readTypicalDays(operation.id, before)).every(({ days }) => days === 0)).toBe(true);
});

test("the time line tells entries, the key and the correction", async () => {
  const periods = await listPeriods(operation, civilDate("2026-05-10"));
  const events = await readEventTimeline(operation, APRIL, periods);
  expect(events.map(({ fact, path }) => [fact.kind, path])).toEqual([
    ["entry", "/participants"],
    ["key", "/coefficients/versions"],
    ["settled", "/periodes/2026-04-01/versions"],
  ]);
  expect(events[0]?.fact).toMatchObject({ consumers: 2, producers: 1 });
  expect(events[2]?.fact).toMatchObject({ version: 2 });
});

test("a single resident is told with sites for who may not name him, and named for who may", async () => {
  const [person, school] = [randomUUID(), operation.point("École").id];
  await sql("INSERT INTO participant (operation_id, id, name, kind) VALUES ($1, $2, 'Camille Exemple', 'natural')", [
    operation.id,
    person,
  ]);
  await sql("UPDATE attachment SET participant_id = $2 WHERE metering_point_id = $1", [school, person]);
  const { buildings, grouped } = await readBuildingRanking(operation.id, APRIL, { namesPersons: false });
  expect(buildings).toEqual([]);
  expect(grouped).toMatchObject({
    homes: 1,
    joinedSites: 1,
    selfConsumedWh: 600 * STEPS,
    reservedWh: expect.closeTo(800 * STEPS, 3),
  });
  const named = await readBuildingRanking(operation.id, APRIL, { namesPersons: true });
  expect(named.buildings.map(({ name }) => name)).toEqual(["Mairie", "École"]);
});
