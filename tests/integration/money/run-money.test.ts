import { beforeAll, expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { readOperationMoney } from "@/lib/services/money/read-operation-money";
import { type NewPrice, setPrices } from "@/lib/services/money/set-prices";
import { withdrawPrice } from "@/lib/services/money/withdraw-price";
import { closePeriod } from "@/lib/services/periods/close-period";
import { setTariffSchedules } from "@/lib/services/tariffs/set-tariff-schedules";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import type { TestOperation } from "../../support/create-test-operation";
import { createMeasuredOperation } from "../../support/measured-operation";
import { readSettledRun } from "../../support/settle-test-period";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

// 31 days, 1 490 half-hours: the roof gives 100 Wh a step, of which the town hall takes 40 (it draws no more) and the school 30.
const OCTOBER = civilDate("2025-10-01");
const WINDOW = { from: OCTOBER, toExclusive: civilDate("2025-11-01") };
const DAYS = ["2025-10-01", "2025-10-31"] as const;
const STEPS = 1490;

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  operation = await createMeasuredOperation(collectivity, DAYS);
  await readSettledRun(operation, OCTOBER);
}, 30_000);

const price = (kind: NewPrice["kind"], values: NewPrice["values"], more: Partial<NewPrice> = {}): NewPrice => ({
  ...{ kind, values, from: OCTOBER, source: "contrat d’essai" },
  ...more,
});

const FIRST_PRICES = [
  price("supply", { BASE: 20_000 }),
  price("internal", { BASE: 5_000 }),
  price("resale", { BASE: 10_000 }),
  price("contract", { formula: "CU4", option: "ordinary", excise: "households" }),
  price("vat_choice", { included: 0 }),
  price("fee", { energy: 0, period: 0 }),
];

const set = (...prices: readonly NewPrice[]) => setPrices(operation.id, collectivity.users.officer.actor, prices);

async function readMonth() {
  const { months } = await readOperationMoney(operation.id, WINDOW);
  const [month] = months;
  if (!month) throw new Error("nothing is settled");
  return month;
}

const rowsOf = (name: string) =>
  sql<Record<string, unknown>>(`SELECT m.* FROM run_money m WHERE m.operation_id = $1 AND m.metering_point_id = $2`, [
    operation.id,
    operation.point(name).id,
  ]);

const cents = (energyWh: number, price: number) => (energyWh * STEPS * price) / 1e6;

test("a run is stored with its money, null and named while no price is known", async () => {
  expect(await readMonth()).toMatchObject({ savedCents: null, resaleCents: null, lacking: 3 });
  const [hall] = await rowsOf("Mairie");
  expect(hall).toMatchObject({ saved_cents: null });
  expect(hall?.lacking).toEqual(expect.arrayContaining(["supply", "internal", "contract", "fee"]));
});

test("prices price the runs there are: shipped excise and rates, the surplus resold", async () => {
  expect(await set(...FIRST_PRICES)).toBe(6);
  const month = await readMonth();
  // Excise avoided: 29,98 €/MWh; paid to the roof: 5 c€.
  const expected = (energyWh: number) => cents(energyWh, 20_000 + 2_998 - 5_000);
  expect(month.savedCents).toBeCloseTo(expected(40) + expected(30), -1);
  expect(month.internalCents).toBeCloseTo(cents(70, 5_000), -1);
  expect(month.resaleCents).toBe(Math.round(cents(30, 10_000)));
  expect(month.lacking).toBe(0);
  expect(await set(...FIRST_PRICES)).toBe(0);
});

test("a price from the middle of the period counts from its day, by the stored days", async () => {
  const before = (await rowsOf("École"))[0]?.supply_cents as number;
  const middle = civilDate("2025-10-11");
  await set(price("supply", { BASE: 30_000 }, { from: middle, prm: operation.point("École").prm }));
  // His own price is known from the 11th only; until then that of everybody holds.
  const [school] = await rowsOf("École");
  expect(school).toMatchObject({ supply_cents: Math.round((30 * 480 * 20_000 + 30 * 1010 * 30_000) / 1e6) });
  expect(school?.supply_cents).toBeGreaterThan(before);
});

test("off-peak hours told later price by period", async () => {
  const { prm } = operation.point("Mairie");
  await set(price("supply", { HP: 25_000, HC: 10_000 }, { prm }));
  expect((await rowsOf("Mairie"))[0]).toMatchObject({ saved_cents: null });
  await setTariffSchedules(operation.id, collectivity.users.officer.actor, [
    {
      ...{ prm, from: OCTOBER, structure: "peak_off_peak", offPeak: [{ fromMinute: 0, toMinute: 720 }] },
      ...{ lowSeasonOffPeak: null, highSeasonMonths: null },
    },
  ]);
  const [hall] = await rowsOf("Mairie");
  // Half of each day, and two half-hours more on the night of 25 hours.
  expect(hall).toMatchObject({ supply_cents: Math.round((40 * 744 * 25_000 + 40 * 746 * 10_000) / 1e6) });
  // Two periods only: the network tariff with four cannot be compared.
  expect(hall).toMatchObject({ ordinary_network_cents: null, shared_network_cents: null });
});

test("a closed period is priced too, and what was entered is never lost", async () => {
  await closePeriod(operation.id, collectivity.users.officer.actor, OCTOBER);
  await set(price("resale", { BASE: 6_000 }));
  expect((await readMonth()).resaleCents).toBe(Math.round(cents(30, 6_000)));
  const entered = await sql<{ id: string; standing: boolean }>(
    `SELECT id::text, superseded_at IS NULL AS standing FROM price_entry WHERE operation_id = $1 AND kind = 'resale' ORDER BY created_at`,
    [operation.id],
  );
  expect(entered.map(({ standing }) => standing)).toEqual([false, true]);
  await expect(
    sql("UPDATE price_entry SET values = '{}' WHERE operation_id = $1 AND kind = 'resale'", [operation.id]),
  ).rejects.toThrow(/does not change/);
  await withdrawPrice(operation.id, collectivity.users.officer.actor, entered[1]?.id ?? "");
  expect(await readMonth()).toMatchObject({ resaleCents: null, lacking: 1 });
});

test("a price that changes within a closed period keeps the off-peak hours it was closed with", async () => {
  const { prm } = operation.point("Mairie");
  const { actor } = collectivity.users.officer;
  const [closed] = await rowsOf("Mairie");
  const offPeak = [{ fromMinute: 0, toMinute: 120 }];
  const hours = {
    prm,
    from: OCTOBER,
    structure: "peak_off_peak",
    lowSeasonOffPeak: null,
    highSeasonMonths: null,
  } as const;
  await setTariffSchedules(operation.id, actor, [{ ...hours, offPeak }]);
  await set(price("supply", { HP: 25_000, HC: 10_000 }, { prm, from: civilDate("2025-10-11"), source: "avenant" }));
  expect((await rowsOf("Mairie"))[0]).toMatchObject({ supply_cents: closed?.supply_cents });
});

test.for([
  ["a PRM of nobody", price("supply", { BASE: 1 }, { prm: "99999999999999" }), "UNKNOWN_METERING_POINT"],
  ["a price below 0", price("supply", { BASE: -1 }), "INVALID_PRICE"],
  ["a formula that is none", price("network_ordinary", { HPH: 1 }, { code: "CU9" }), "INVALID_PRICE"],
  ["a price of nothing", price("vat", { supply: 200_000 }), "INVALID_PRICE"],
  ["no source", price("supply", { BASE: 1 }, { source: " " }), "INVALID_PRICE"],
] as const)("%s is refused, and nothing of the batch is kept", async ([, wrong, code]) => {
  const count = () => sql("SELECT FROM price_entry WHERE operation_id = $1", [operation.id]);
  const before = (await count()).length;
  await expect(set(price("supply", { BASE: 12_345 }), wrong)).rejects.toMatchObject({ code });
  expect((await count()).length).toBe(before);
});
