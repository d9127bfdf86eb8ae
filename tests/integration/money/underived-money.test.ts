import { beforeAll, expect, test } from "vitest";
import { operatorScope } from "@/lib/cli/operator-scope";
import { civilDate } from "@/lib/domain/time/civil-date";
import { deriveOutdatedMoney } from "@/lib/services/money/derive-outdated-money";
import { readSavings } from "@/lib/services/money/read-savings";
import { setPrices } from "@/lib/services/money/set-prices";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import type { TestOperation } from "../../support/create-test-operation";
import { createMeasuredOperation } from "../../support/measured-operation";
import { readSettledRun } from "../../support/settle-test-period";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const [OCTOBER, NOVEMBER, DECEMBER] = [civilDate("2025-10-01"), civilDate("2025-11-01"), civilDate("2025-12-01")];
const DAYS = ["2025-10-01", "2025-11-30"] as const;

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  operation = await createMeasuredOperation(collectivity, DAYS);
  await readSettledRun(operation, OCTOBER);
  await readSettledRun(operation, NOVEMBER);
  const dated = { from: OCTOBER, source: "contrat d’essai" };
  await setPrices(operation.id, collectivity.users.officer.actor, [
    { ...dated, kind: "supply", values: { BASE: 20_000 } },
    { ...dated, kind: "internal", values: { BASE: 5_000 } },
    { ...dated, kind: "resale", values: { BASE: 10_000 } },
    { ...dated, kind: "contract", values: { formula: "CU4", option: "ordinary", excise: "households" } },
    { ...dated, kind: "vat_choice", values: { included: 0 } },
    { ...dated, kind: "fee", values: { energy: 0, period: 0 } },
  ]);
}, 30_000);

const read = () => readSavings(operation, { from: OCTOBER, toExclusive: DECEMBER }, DECEMBER);

const deriveAnew = () =>
  deriveOutdatedMoney({ userId: null, via: "job" }, ({ operationId }) => operatorScope.authorizeOperation(operationId));

test("a period stored before its money was leaves no smaller sum", async () => {
  const before = await read();
  expect(before).toMatchObject({ underivedCount: 0, total: { saved: { months: 2 } } });
  await sql(
    `DELETE FROM run_money m USING settlement_run r
      WHERE m.operation_id = $1 AND r.operation_id = $1 AND r.id = m.run_id AND r.period_from = $2`,
    [operation.id, OCTOBER],
  );
  const { months, points, participants, producers, total, underivedCount } = await read();
  expect(underivedCount).toBe(1);
  expect(months.map(({ savedCents }) => savedCents)).toEqual([null, before.months[1]?.savedCents]);
  expect(total).toMatchObject({ saved: { amount: before.months[1]?.savedCents, months: 1 } });
  for (const { savedCents } of [...points, ...participants]) expect(savedCents).toBeNull();
  for (const producer of producers) expect(producer).toMatchObject({ internalCents: null, resaleCents: null });
  await deriveAnew();
  expect(await read()).toEqual(before);
});

test("a new version derives anew what was derived from other prices, once, and leaves the rest", async () => {
  const before = await read();
  await deriveAnew();
  const events = () =>
    sql("SELECT FROM audit_event WHERE operation_id = $1 AND action = 'derive.money'", [operation.id]);
  const count = (await events()).length;
  await deriveAnew();
  expect(await events()).toHaveLength(count);
  await sql("UPDATE money_basis SET fingerprint = 'of another version' WHERE operation_id = $1", [operation.id]);
  await sql("UPDATE run_money SET saved_cents = 0 WHERE operation_id = $1 AND saved_cents IS NOT NULL", [operation.id]);
  await deriveAnew();
  expect(await events()).toHaveLength(count + 1);
  expect(await read()).toEqual(before);
});
