import { beforeAll, describe, expect, test } from "vitest";
import { operationMoneySchema, priceListSchema } from "@/lib/schemas/api/money";
import { addParticipant } from "@/lib/services/registry/add-participant";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { importTestCurves } from "../../support/import-test-files";
import { RESIDENT } from "../../support/registry-details";
import { readSettledRun } from "../../support/settle-test-period";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const DAYS = ["2026-03-01", "2026-03-31"] as const;
const HER_PRICE = 23_456;

let collectivity: TestCollectivity;
let operation: TestOperation;
let participantId: string;

const address = (path: string) => `/api/v1/operations/${operation.accNumber}/${path}`;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  operation = await createTestOperation(collectivity, {
    perimeter: {
      Toiture: ["producer"],
      Mairie: ["consumer"],
      Crèche: ["consumer"],
      Stade: ["consumer"],
      Maison: ["consumer"],
    },
    key: { Mairie: 500_000, Crèche: 50_000, Stade: 50_000, Maison: 300_000 },
  });
  participantId = await addParticipant(operation, collectivity.users.officer.actor, RESIDENT);
  const hers = [operation.id, operation.point("Maison").id, participantId];
  await sql("UPDATE metering_point SET participant_id = $3 WHERE operation_id = $1 AND id = $2", hers);
  await sql("UPDATE attachment SET participant_id = $3 WHERE operation_id = $1 AND metering_point_id = $2", hers);
  await importTestCurves(operation, [
    { point: "Toiture", days: DAYS, energyWh: 100 },
    { point: "Mairie", days: DAYS, energyWh: 40 },
    { point: "Crèche", days: DAYS, energyWh: 20 },
    { point: "Stade", days: DAYS, energyWh: 10 },
    { point: "Maison", days: DAYS, energyWh: 100 },
  ]);
  await readSettledRun(operation, operation.sheet.startDay);
  const price = (kind: string, values: object, more: object = {}) => ({
    ...{ kind, values, from: "2026-03-01", source: "contrat d’essai" },
    ...more,
  });
  const { prm } = operation.point("Maison");
  const set = await callApi(address("prices"), {
    method: "PUT",
    key: await collectivity.users.officer.key("write"),
    json: {
      prices: [
        price("supply", { BASE: 20_000 }),
        price("supply", { BASE: HER_PRICE }, { prm }),
        price("internal", { BASE: 5_000 }),
        price("resale", { BASE: 10_000 }),
        price("contract", { formula: "CU4", option: "ordinary", excise: "households" }),
        price("contract", { formula: "MU4", option: "ordinary", excise: "households" }, { prm }),
        price("vat_choice", { included: 0 }),
        price("vat_choice", { included: 1 }, { participantId }),
        price("fee", { energy: 0, period: 0 }),
      ],
    },
  });
  expect(await set.json()).toEqual({ changed: 9 });
}, 30_000);

type Headers = { key?: string; cookie?: string };

const readMoney = async (headers: Headers) => {
  const answer = await callApi(address("money?from=2026-03-01&to=2026-04-01"), headers);
  const text = await answer.text();
  return { text, money: operationMoneySchema.parse(JSON.parse(text)) };
};

const readPrices = async (headers: Headers) => {
  const text = await (await callApi(address("prices"), headers)).text();
  return { text, list: priceListSchema.parse(JSON.parse(text)) };
};

describe.for([
  { who: "an elected member", headers: async () => ({ cookie: await collectivity.users.elected.cookie() }) },
  { who: "a key for reading", headers: async () => ({ key: await collectivity.users.admin.key("read") }) },
])("$who", ({ headers }) => {
  test("reads what one resident saves in a sum of three, and the other public sites one by one", async () => {
    const { text, money } = await readMoney(await headers());
    const officer = await readMoney({ key: await collectivity.users.officer.key("write") });
    expect(text).not.toContain(operation.point("Maison").prm);
    expect(money.meteringPoints.map(({ name }) => name)).toEqual(["Mairie"]);
    expect(money.months).toEqual(officer.money.months);
    const together = officer.money.meteringPoints.filter(({ name }) => name !== "Mairie");
    const supplyCents = together.reduce((sum, point) => sum + (point.supplyCents ?? 0), 0);
    expect(supplyCents).toBeGreaterThan(together.find(({ name }) => name === "Maison")?.supplyCents ?? 0);
    const gaps = ["off_peak_hours"];
    expect(money.residents).toMatchObject({ pointCount: 3, siteCount: 2, lacking: gaps, supplyCents });
  });

  test("reads no price, contract or choice of a resident, as JSON or as a table", async () => {
    const { text, list } = await readPrices(await headers());
    expect(list.hiddenPrices).toBe(3);
    expect(list.prices).toHaveLength(6);
    const table = await (await callApi(address("prices?format=csv"), await headers())).text();
    for (const secret of [operation.point("Maison").prm, participantId, String(HER_PRICE)]) {
      expect(text + table).not.toContain(secret);
    }
    expect(table).toContain(operation.point("Mairie").prm);
  });
});

test("who may write reads all of it, one by one", async () => {
  const headers = { key: await collectivity.users.officer.key("write") };
  const { money } = await readMoney(headers);
  expect(money.residents).toBeNull();
  expect(money.meteringPoints.map(({ name }) => name)).toEqual(["Crèche", "Mairie", "Maison", "Stade"]);
  expect((await readPrices(headers)).list).toMatchObject({ hiddenPrices: 0, prices: { length: 9 } });
});

test("the journal, which everybody reads, tells no price of a resident", async () => {
  const events = await sql<{ detail: Record<string, string> }>(
    "SELECT after AS detail FROM audit_event WHERE operation_id = $1 AND object_type = 'price_entry'",
    [operation.id],
  );
  const ofOne = events.filter(({ detail }) => detail.meteringPointId || detail.participantId);
  expect(ofOne).toHaveLength(3);
  for (const { detail } of ofOne) expect(detail).not.toHaveProperty("price");
});
