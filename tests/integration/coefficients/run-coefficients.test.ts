import { beforeAll, beforeEach, expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { reportOperatorCoefficients } from "@/lib/services/coefficients/report-operator-coefficients";
import { readRunCoefficients } from "@/lib/services/runs/read-run-coefficients";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { importTestCurves } from "../../support/import-test-files";
import { readSettledRun } from "../../support/settle-test-period";

/** One day, 25 October 2026: 50 half-hours. */
const PERIOD = { from: civilDate("2026-10-25"), toExclusive: civilDate("2026-10-26") };
const TODAY = civilDate("2026-11-10");

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity, {
    startDay: PERIOD.from,
    monthlyAnniversaryDay: 26,
    key: "default",
  });
  const days = [PERIOD.from, PERIOD.from] as const;
  await importTestCurves(operation, [
    { point: "Toiture", days, energyWh: 100 },
    { point: "Mairie", days, energyWh: 100 },
    { point: "École", days, energyWh: 200 },
  ]);
});

/** The operator's file, with another share of the town hall at one half-hour. */
function fileOf(shares: readonly [string, string], changedStep?: number) {
  const prms = [operation.point("Mairie").prm, operation.point("École").prm];
  const clock = (step: number) => {
    // Half-hours 4 and 5 are 02:00 and 02:30 of summer time, 6 and 7 those of winter time.
    const minutes = (step < 6 ? step : step - 2) * 30;
    return `${String(Math.trunc(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  };
  const rows = Array.from({ length: 50 }, (_, step) => {
    const [hall, school] = step === changedStep ? ["40", "60"] : shares;
    return `25-10-2026 ${clock(step)};${hall};${school}`;
  });
  const text = [`Horodate;${prms.join(";")}`, ...rows].join("\r\n");
  return { name: `${operation.accNumber}_30_25102026_25102026.txt`, chunks: [Buffer.from(text)] };
}

const report = (file: ReturnType<typeof fileOf>) =>
  reportOperatorCoefficients(operation, collectivity.users.officer.actor, file, PERIOD.from, TODAY);

const compared = async () => (await readRunCoefficients(operation.id, PERIOD.from, undefined))?.defaultShares;

test("the coefficients of the default key are told, and why they applied", async () => {
  await readSettledRun(operation, PERIOD.from);
  const result = await readRunCoefficients(operation.id, PERIOD.from, undefined);
  expect(result?.dayRules).toMatchObject([{ applied: "default", reason: "default_chosen", producerName: null }]);
  expect(result?.defaultShares?.reported).toBeNull();
  expect(result?.defaultShares?.consumers.map(({ name, mean }) => [name, mean])).toEqual([
    ["École", expect.closeTo(2 / 3, 12)],
    ["Mairie", expect.closeTo(1 / 3, 12)],
  ]);
});

test("those of the operator, rounded as a file rounds, are the same", async () => {
  await readSettledRun(operation, PERIOD.from);
  expect((await report(fileOf(["33,33", "66,67"]))).status).toBe("stored");
  expect((await compared())?.consumers.map(({ differingSteps }) => differingSteps)).toEqual([0, 0]);
});

test("one half-hour of the operator that differs is named, of the latest file that it sent", async () => {
  await readSettledRun(operation, PERIOD.from);
  await report(fileOf(["33,33", "66,67"]));
  await report(fileOf(["33,33", "66,67"], 6));
  const [school, hall] = (await compared())?.consumers ?? [];
  expect([school?.differingSteps, hall?.differingSteps]).toEqual([1, 1]);
  expect(hall?.largest).toBeCloseTo(0.4 - 1 / 3, 12);
  // The second 02:00, that of winter time.
  expect(new Date(hall?.firstStepMs ?? 0).toISOString()).toBe("2026-10-25T01:00:00.000Z");
});

test("a file with a fault is not kept", async () => {
  await readSettledRun(operation, PERIOD.from);
  const { status, reading } = await report(fileOf(["33,3334", "66,6667"]));
  expect([status, reading.problems.listed[0]?.code]).toEqual(["refused", expect.stringMatching(/^R7/)]);
  expect((await compared())?.reported).toBeNull();
});
