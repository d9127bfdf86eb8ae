import { beforeAll, describe, expect, test } from "vitest";
import { operationMoneySchema, priceListSchema } from "@/lib/schemas/api/money";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import type { TestOperation } from "../../support/create-test-operation";
import { expectRefusal } from "../../support/expect-answer";
import { createMeasuredOperation } from "../../support/measured-operation";
import { readSettledRun } from "../../support/settle-test-period";

const DAYS = ["2026-03-01", "2026-03-31"] as const;

let own: TestCollectivity;
let operation: TestOperation;
let key: string;

beforeAll(async () => {
  own = await createTestCollectivity();
  operation = await createMeasuredOperation(own, DAYS);
  key = await own.users.officer.key("write");
  await readSettledRun(operation, operation.sheet.startDay);
}, 30_000);

const address = (path: string) => `/api/v1/operations/${operation.accNumber}/${path}`;
const put = (prices: readonly object[], with_ = key) =>
  callApi(address("prices"), { method: "PUT", key: with_, json: { prices } });
const price = (kind: string, values: object, more: object = {}) => ({
  ...{ kind, values, from: "2026-03-01", source: "contrat d’essai" },
  ...more,
});
const readMoney = async () =>
  (await callApi(address("money?from=2026-03-01&to=2026-04-01"), { key })).json() as Promise<
    ReturnType<typeof operationMoneySchema.parse>
  >;

test("prices are set, read back as JSON and as a table, and say what was saved", async () => {
  const before = await readMoney();
  expect(operationMoneySchema.parse(before)).toEqual(before);
  expect(before.months).toMatchObject([{ savedCents: null, lacking: 3 }]);
  expect(before.lacking.map(({ name }) => name)).toEqual(["École", "Mairie", "Toiture"]);

  const { prm } = operation.point("Mairie");
  const set = await put([
    price("supply", { BASE: 20_000 }),
    price("supply", { BASE: 30_000 }, { prm }),
    price("internal", { BASE: 5_000 }),
    price("internal", { BASE: 0 }, { prm, producerPrm: operation.point("Toiture").prm }),
    price("resale", { BASE: 10_000 }),
    price("contract", { formula: "CU4", option: "ordinary", excise: "households" }),
    price("vat_choice", { included: 1 }),
    price("fee", { energy: 0, period: 0 }),
  ]);
  expect(await set.json()).toEqual({ changed: 8 });

  const list = await (await callApi(address("prices"), { key })).json();
  expect(priceListSchema.parse(list)).toEqual(list);
  expect(list.prices).toHaveLength(8);
  expect(list.shipped.map(({ kind }: { kind: string }) => kind)).toContain("excise");
  const table = await (await callApi(address("prices?format=csv"), { key })).text();
  expect(table).toContain(`${prm};Mairie;01/03/2026;30;;;;;;;;;`);

  const money = await readMoney();
  expect(operationMoneySchema.parse(money)).toEqual(money);
  // 1 486 half-hours of 40 Wh given, with the excise of 30,85 €/MWh and VAT.
  const hall = money.meteringPoints.find(({ name }) => name === "Mairie");
  expect(hall).toMatchObject({ internalCents: 0, supplyCents: 1783 });
  expect(hall?.savedCents).toBe(Math.round(((1486 * 40 * (30_000 + 3_085)) / 1e6) * 1.2));
  expect(money.months[0]).toMatchObject({ lacking: 0, resaleCents: Math.round((1486 * 30 * 10_000) / 1e6) });
});

describe("what is refused", () => {
  test.for([
    ["an unknown kind", price("bonus", { BASE: 1 }), 400, "INVALID_REQUEST"],
    ["no day of that name", price("supply", { BASE: 1 }, { from: "2026-02-30" }), 400, "INVALID_REQUEST"],
    ["a name that is none", price("supply", { HPX: 1 }), 422, "INVALID_PRICE"],
    ["half a pair", price("internal", { BASE: 1 }, { prm: "own" }), 422, "INVALID_PRICE"],
    ["a PRM of nobody", price("supply", { BASE: 1 }, { prm: "99999999999999" }), 422, "UNKNOWN_METERING_POINT"],
    [
      "a participant of nobody",
      price("vat_choice", { included: 0 }, { participantId: "01a2b3c4-0000-7000-8000-000000000000" }),
      422,
      "UNKNOWN_PARTICIPANT",
    ],
  ] as const)("%s", async ([, wrong, status, code]) => {
    const body = "prm" in wrong && wrong.prm === "own" ? { ...wrong, prm: operation.point("Mairie").prm } : wrong;
    await expectRefusal(await put([body]), status, code);
  });

  test("a key for reading, and the elected, write nothing", async () => {
    await expectRefusal(
      await put([price("resale", { BASE: 1 })], await own.users.officer.key("read")),
      403,
      "READ_ONLY_KEY",
    );
    await expectRefusal(
      await put([price("resale", { BASE: 1 })], await own.users.elected.key("write")),
      403,
      "FORBIDDEN",
    );
  });

  test("a window that ends before it begins", async () => {
    const answer = await callApi(address("money?from=2026-04-01&to=2026-03-01"), { key });
    await expectRefusal(answer, 400, "INVALID_REQUEST");
  });
});
