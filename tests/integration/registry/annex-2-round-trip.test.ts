import { beforeAll, expect, test } from "vitest";
import { listCoefficientKeys } from "@/lib/data/coefficient-keys";
import { listStaleRunIds } from "@/lib/data/stale-runs";
import { civilDate } from "@/lib/domain/time/civil-date";
import { checkAnnex2 } from "@/lib/services/registry/check-annex-2";
import { exportAnnex2 } from "@/lib/services/registry/export-annex-2";
import { annex2File, applyTestAnnex2 } from "../../support/annex-2-file";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation } from "../../support/create-test-operation";
import { importTestCurves } from "../../support/import-test-files";
import { readSettledRun, settleTestPeriod } from "../../support/settle-test-period";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

const START = civilDate("2026-06-01");
const EFFECT = civilDate("2026-06-02");
const SHARES = { Mairie: 500_000, École: 300_000 };
const AS_IS = { Mairie: { coefficientPpm: 500_000 }, École: { coefficientPpm: 300_000 } };

let collectivity: TestCollectivity;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

const newOperation = () =>
  createTestOperation(collectivity, { startDay: START, monthlyAnniversaryDay: 3, key: SHARES });

test("an exported workbook, sent back, changes nothing", async () => {
  const operation = await newOperation();
  await applyTestAnnex2(
    operation,
    await annex2File(operation, { consumers: { Mairie: { coefficientPpm: 123_400 } } }),
    EFFECT,
  );
  const upload = await exportAnnex2(operation, EFFECT, civilDate("2026-06-15"));
  expect(upload.name).toBe(`${operation.accNumber}_20260615_ANNEXE 2.xlsx`);
  expect((await applyTestAnnex2(operation, upload, EFFECT)).status).toBe("unchanged");
  const asBefore = await exportAnnex2(operation, START, civilDate("2026-06-15"));
  expect((await checkAnnex2(operation, asBefore, START)).difference).toMatchObject({
    entered: [],
    left: [],
    changed: [],
    cancelled: [{ what: "exit" }, { what: "key" }],
  });
});

test("a month across an entry is settled by both perimeters, and the run before it is out of date", async () => {
  const operation = await newOperation();
  const days = ["2026-06-01", "2026-06-02"] as const;
  await importTestCurves(operation, [
    { point: "Toiture", days, energyWh: 100 },
    { point: "Mairie", days, energyWh: 40 },
    { point: "École", days, energyWh: 100 },
  ]);
  const first = await readSettledRun(operation, START);
  expect(first.totals.selfConsumedWh).toBe(96 * 70);
  // The school leaves on the second day; the town hall's share stays as it was.
  const upload = await annex2File(operation, { consumers: { Mairie: { coefficientPpm: 500_000 } } });
  expect((await applyTestAnnex2(operation, upload, EFFECT)).status).toBe("applied");
  const second = await readSettledRun(operation, START);
  expect(second.version).toBe(2);
  expect(second.consumers).toMatchObject([
    { name: "École", withdrawalWh: 4800, selfConsumedWh: 48 * 30 },
    { name: "Mairie", selfConsumedWh: 96 * 40 },
  ]);
  // And comes back.
  await applyTestAnnex2(operation, await annex2File(operation, { consumers: AS_IS }), EFFECT);
  const third = await readSettledRun(operation, START);
  expect(third.version).toBe(3);
  expect(third.totals.selfConsumedWh).toBe(first.totals.selfConsumedWh);
  expect((await settleTestPeriod(operation, START)).status).toBe("unchanged");
});

test("what the registry does not know is left empty in the export, and asked for when it comes back", async () => {
  const sparse = await createTestOperation(collectivity, { startDay: START, key: "default" });
  await sql("UPDATE participant SET address = NULL, email = NULL WHERE operation_id = $1", [sparse.id]);
  await sql("UPDATE metering_point SET peak_power_w = NULL, injection_contract = NULL WHERE operation_id = $1", [
    sparse.id,
  ]);
  const exported = await exportAnnex2(sparse, START, civilDate("2026-06-15"));
  const { problems } = await checkAnnex2(sparse, exported, START);
  const errors = problems.listed.filter(({ severity }) => severity === "error");
  expect(errors.map(({ sheet, line }) => `${sheet} ${line}`).sort()).toEqual([
    "Consommateurs 2",
    "Consommateurs 3",
    "Producteurs 2",
    "Producteurs 2",
    "Producteurs 2",
    "Producteurs 2",
  ]);
});

test("an exit that leaves the key as it is puts the run out of date all the same", async () => {
  const operation = await createTestOperation(collectivity, {
    startDay: START,
    monthlyAnniversaryDay: 3,
    key: "default",
  });
  const days = ["2026-06-01", "2026-06-02"] as const;
  await importTestCurves(operation, [
    { point: "Toiture", days, energyWh: 100 },
    { point: "Mairie", days, energyWh: 40 },
    { point: "École", days, energyWh: 100 },
  ]);
  await readSettledRun(operation, START);
  const upload = await annex2File(operation, { kind: "default", consumers: { Mairie: {} } });
  expect((await applyTestAnnex2(operation, upload, EFFECT)).status).toBe("applied");
  expect(await listCoefficientKeys(operation.id)).toHaveLength(1);
  expect(await listStaleRunIds(operation.id)).toHaveProperty("size", 1);
  const run = await readSettledRun(operation, START);
  expect(run.version).toBe(2);
  expect(run.totals.selfConsumedWh).toBeCloseTo(48 * 100 + 48 * 40, 9);

  // Another address is nobody's entry or exit: the run stands.
  const moved = await annex2File(operation, {
    kind: "default",
    consumers: { Mairie: { address: "2 rue Neuve" } },
    producers: { Toiture: { address: "2 rue Neuve" } },
  });
  expect((await applyTestAnnex2(operation, moved, EFFECT)).status).toBe("applied");
  expect((await settleTestPeriod(operation, START)).status).toBe("unchanged");
});
