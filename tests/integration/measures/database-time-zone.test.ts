import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertCoefficientKey } from "@/lib/data/coefficient-keys";
import { civilDate } from "@/lib/domain/time/civil-date";
import { listPeriods } from "@/lib/services/list-periods";
import { readImport } from "@/lib/services/measures/read-import";
import { createTestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation } from "../../support/create-test-operation";
import { importTestCurves } from "../../support/import-test-files";
import { readSettledRun } from "../../support/settle-test-period";

const START = civilDate("2026-06-01");

// Before the first connection of our own: a connection keeps the zone it was opened with.
beforeAll(() => setDatabaseZone("SET TimeZone TO 'Asia/Kathmandu'"));
afterAll(() => setDatabaseZone("RESET TimeZone"));

async function setDatabaseZone(change: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_OWNER_URL });
  await client.connect();
  const { database } = client;
  await client.query(`ALTER DATABASE ${pg.escapeIdentifier(database ?? "")} ${change}`);
  await client.end();
}

const isNow = (instant: Date | null | undefined) => Math.abs(Date.now() - (instant?.getTime() ?? 0)) < 60_000;

test("instants and days are the same on a server of another time zone", async () => {
  const collectivity = await createTestCollectivity();
  const key = { Mairie: 500_000, École: 500_000 };
  const options = { startDay: START, monthlyAnniversaryDay: 3, key };
  const operation = await createTestOperation(collectivity, options);
  expect(operation.sheet.startDay).toBe(START);
  const days = ["2026-06-01", "2026-06-02"] as const;
  const imported = await importTestCurves(
    operation,
    ["Toiture", "Mairie", "École"].map((point) => ({ point, days, energyWh: 10 })),
  );
  const stored = await readImport(operation.id, imported.id);
  expect([isNow(stored?.createdAt), isNow(stored?.finishedAt)]).toEqual([true, true]);
  expect(isNow((await readSettledRun(operation, START)).createdAt)).toBe(true);

  const stateOf = async () => (await listPeriods(operation, civilDate("2026-06-03")))[0]?.state;
  expect(await stateOf()).toBe("settled");
  const none = { kind: "default" as const, from: START, ppmByConsumer: new Map<string, number>() };
  await insertCoefficientKey(operation.id, collectivity.users.officer.actor, none);
  expect(await stateOf()).toBe("to_recompute");
  await readSettledRun(operation, START);
  expect(await stateOf()).toBe("settled");
});
