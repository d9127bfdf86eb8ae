import { beforeAll, describe, expect, test } from "vitest";
import { type CivilDate, civilDate } from "@/lib/domain/time/civil-date";
import { API_ROUTES } from "@/lib/schemas/api/api-routes";
import { readOperationsDashboard } from "@/lib/services/dashboard/read-operations-dashboard";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { expectAnswer, expectRefusal } from "../../support/expect-answer";
import { storeTestRuns } from "../../support/store-test-runs";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const SPRING = { from: civilDate("2026-03-01"), toExclusive: civilDate("2026-06-01") };
const JUNE: CivilDate = civilDate("2026-06-10");
const PATH = `/api/v1/dashboard?from=${SPRING.from}&to=${SPRING.toExclusive}`;
const SCHEMA = API_ROUTES.find(({ operationId }) => operationId === "readDashboard")?.answers[0]?.content[
  "application/json"
] as Exclude<(typeof API_ROUTES)[number]["answers"][number]["content"][string], "text">;

let own: TestCollectivity;
let stranger: TestCollectivity;
let school: TestOperation;
let hall: TestOperation;
let foreign: TestOperation;

const run = (from: string, productionWh: number, selfConsumedWh: number, version = 1) => ({
  from,
  version,
  productionWh,
  withdrawalWh: 1_000,
  selfConsumedWh,
});

beforeAll(async () => {
  [own, stranger] = await Promise.all([createTestCollectivity(), createTestCollectivity("Une autre commune")]);
  school = await createTestOperation(own);
  hall = await createTestOperation(own, { startDay: civilDate("2026-04-15"), monthlyAnniversaryDay: 15 });
  foreign = await createTestOperation(stranger);
  await storeTestRuns(sql, school, [
    run("2026-03-01", 100, 50),
    run("2026-04-01", 999, 999), // replaced by the next version
    run("2026-04-01", 200, 100, 2),
  ]);
  await storeTestRuns(sql, hall, [run("2026-04-15", 400, 300)]);
  await storeTestRuns(sql, foreign, [run("2026-03-01", 7_000, 700)]);
});

const read = (operations: readonly TestOperation[]) => readOperationsDashboard(operations, SPRING, JUNE);

describe("operations together", () => {
  test("add up, the latest version of each period once, by the month in which it begins", async () => {
    const { totals, months, operations } = await read([school, hall]);
    expect(totals.energies).toEqual({
      productionWh: 700,
      selfConsumedWh: 450,
      surplusWh: 250,
      withdrawalWh: 3_000,
      complementWh: 2_550,
    });
    expect(totals.rates).toMatchObject({ selfConsumptionRate: 450 / 700, selfProductionRate: 450 / 3_000 });
    expect(months.map(({ month, totals: own }) => [month, own.energies?.productionWh, own.settledMonths])).toEqual([
      ["2026-03-01", 100, 1],
      ["2026-04-01", 600, 2],
      ["2026-05-01", undefined, 0],
    ]);
    expect(operations.map(({ operation, totals: own }) => [operation.id, own.energies?.productionWh])).toEqual([
      [school.id, 300],
      [hall.id, 400],
    ]);
  });

  test("tell what is over and not settled; what runs still, nobody waits for", async () => {
    const { operations, totals } = await read([school, hall]);
    // The school's May is over; the hall's, from 15 May to 15 June, is not.
    expect(operations.map(({ totals: each }) => [each.settledMonths, each.unsettledMonths])).toEqual([
      [2, 1],
      [1, 0],
    ]);
    expect([totals.settledMonths, totals.unsettledMonths]).toEqual([3, 1]);
  });

  test("wait for nothing after the end of a convention", async () => {
    const ended = await createTestOperation(own);
    await sql(
      `INSERT INTO operation_status (operation_id, id, from_day, status)
       VALUES ($1, gen_random_uuid(), '2026-04-01', 'ended')`,
      [ended.id],
    );
    const { totals } = await read([ended]);
    expect([totals.settledMonths, totals.unsettledMonths, totals.energies]).toEqual([0, 1, null]);
  });

  test("none gives nothing, and a window of centuries no more than what is there", async () => {
    expect((await read([])).totals.energies).toBeNull();
    const always = { from: civilDate("2000-01-01"), toExclusive: civilDate("2199-01-01") };
    const { months } = await readOperationsDashboard([school], always, JUNE);
    expect(months.map(({ month }) => month)).toEqual(["2026-03-01", "2026-04-01", "2026-05-01"]);
  });
});

describe("GET /api/v1/dashboard", () => {
  const slugsOf = async (response: Response) => {
    const body = (await expectAnswer(response, 200, SCHEMA)) as { operations: { slug: string }[] };
    return body.operations.map(({ slug }) => slug).sort();
  };

  test("tells a read key and an elected member of their operations, and of nobody else's", async () => {
    const key = await own.users.elected.key("read");
    const slugs = await slugsOf(await callApi(PATH, { key }));
    expect(slugs).toEqual(expect.arrayContaining([school.sheet.slug, hall.sheet.slug]));
    expect(slugs).not.toContain(foreign.sheet.slug);
    const cookie = await stranger.users.elected.cookie();
    expect(await slugsOf(await callApi(PATH, { cookie }))).toEqual([foreign.sheet.slug]);
  });

  test("narrows to a collectivity of one's own; another's is not there", async () => {
    await sql("INSERT INTO membership (user_id, collectivity_id, role) VALUES ($1, $2, 'elected')", [
      own.users.officer.id,
      stranger.id,
    ]);
    const key = await own.users.officer.key("read");
    expect(await slugsOf(await callApi(PATH, { key }))).toEqual(
      expect.arrayContaining([school.sheet.slug, foreign.sheet.slug]),
    );
    expect(await slugsOf(await callApi(`${PATH}&collectivity=${stranger.id}`, { key }))).toEqual([foreign.sheet.slug]);
    const elected = await own.users.elected.key("read");
    const refused = await callApi(`${PATH}&collectivity=${stranger.id}`, { key: elected });
    await expectRefusal(refused, 404, "NOT_FOUND");
  });
});
