import { beforeAll, expect, test } from "vitest";
import { insertCoefficientKey } from "@/lib/data/coefficient-keys";
import { type CivilDate, civilDate } from "@/lib/domain/time/civil-date";
import { listPeriods } from "@/lib/services/list-periods";
import { readFirstSteps } from "@/lib/services/operations/read-first-steps";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { importTestCurves } from "../../support/import-test-files";

const START = civilDate("2026-03-01");
const LATER = civilDate("2026-04-02");
const MARCH = ["2026-03-01", "2026-03-31"] as const;

let collectivity: TestCollectivity;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

const create = (options: Parameters<typeof createTestOperation>[1] = {}) =>
  createTestOperation(collectivity, { startDay: START, ...options });

const stepsOn = async (operation: TestOperation, today: CivilDate) =>
  readFirstSteps(operation, await listPeriods(operation, today), today);

test("an operation that has nothing waits for participants, whatever the day", async () => {
  const operation = await create({ perimeter: {} });
  const nothing = { producers: 0, consumers: 0, hasKey: false };
  expect(await stepsOn(operation, civilDate("2026-02-01"))).toMatchObject({ ...nothing, firstPeriod: null });
  const steps = await stepsOn(operation, LATER);
  expect(steps).toMatchObject({ ...nothing, firstPeriod: { state: "no_perimeter" } });
  expect(steps.missingFields).toBeGreaterThan(0);
});

test("each step is done by what is stored, up to a month that is ready", async () => {
  const operation = await create();
  const counts = { producers: 1, consumers: 2 };
  expect(await stepsOn(operation, civilDate("2026-03-31"))).toMatchObject({
    ...counts,
    hasKey: false,
    firstPeriod: { state: "running" },
  });
  expect(await stepsOn(operation, LATER)).toMatchObject({ firstPeriod: { state: "waiting", missingPoints: 3 } });

  const key = { kind: "default" as const, from: START, ppmByConsumer: new Map() };
  await insertCoefficientKey(operation.id, collectivity.users.officer.actor, key);
  await importTestCurves(operation, [{ point: "Mairie", days: MARCH, energyWh: 100 }]);
  expect(await stepsOn(operation, LATER)).toMatchObject({
    hasKey: true,
    firstPeriod: { state: "waiting", missingPoints: 2 },
  });

  await importTestCurves(operation, [
    { point: "École", days: MARCH, energyWh: 100 },
    { point: "Toiture", days: MARCH, energyWh: 100 },
  ]);
  const period = { from: START, toExclusive: civilDate("2026-04-01") };
  expect(await stepsOn(operation, LATER)).toMatchObject({ firstPeriod: { period, state: "ready", missingPoints: 0 } });
});

test("the month one starts with is the one told, not the latest", async () => {
  const { firstPeriod } = await stepsOn(await create(), civilDate("2026-06-15"));
  expect(firstPeriod?.period.from).toBe(START);
});
