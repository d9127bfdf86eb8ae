import { beforeAll, describe, expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation } from "../../support/create-test-operation";
import { importTestCurves } from "../../support/import-test-files";
import { readSettledRun, sharedByName } from "../../support/settle-test-period";

const START = civilDate("2026-06-01");
const FORTNIGHT = ["2026-06-01", "2026-06-14"] as const;
const HOURS = 14 * 24;

let collectivity: TestCollectivity;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

/**
 * Three meters of three steps, every hour alike. [Wh]
 * Roof (30 min): 0 then 1000. Town hall (10 min): 200, 200, 200, 0, 0, 0. School (60 min): 900.
 */
async function operationOnStep(stepMinutes: number) {
  const operation = await createTestOperation(collectivity, {
    startDay: START,
    monthlyAnniversaryDay: 15,
    stepMinutes,
    key: "default",
  });
  await importTestCurves(operation, [
    { point: "Toiture", days: FORTNIGHT, stepMinutes: 30, energyWh: (step) => (step % 2 === 0 ? 0 : 1_000) },
    { point: "Mairie", days: FORTNIGHT, stepMinutes: 10, energyWh: (step) => (step % 6 < 3 ? 200 : 0) },
    // An hour is missing: one whole step is interpolated all the same (art. 5.2.3, at most an hour).
    { point: "École", days: FORTNIGHT, stepMinutes: 60, energyWh: (step) => (step === 200 ? Number.NaN : 900) },
  ]);
  return operation;
}

describe("an operation settled on its own step", () => {
  test.for([5, 10, 15, 30])("of %i min sees that the town hall draws nothing while the roof produces", async (step) => {
    const run = await readSettledRun(await operationOnStep(step), START);
    // The school's hour is cut into equal parts: half of its 900 Wh falls into the half-hour of the roof.
    const shared = sharedByName(run);
    expect(shared.Mairie).toBeCloseTo(0, 6);
    expect(shared.École).toBeCloseTo(450 * HOURS, 3);
    expect(shared.Toiture).toBeCloseTo(450 * HOURS, 3);
  });

  test("of 60 min shares an hour's production by an hour's withdrawals", async () => {
    const run = await readSettledRun(await operationOnStep(60), START);
    // 1000 Wh between 600 and 900: 400 and 600.
    const shared = sharedByName(run);
    expect(shared.Mairie).toBeCloseTo(400 * HOURS, 3);
    expect(shared.École).toBeCloseTo(600 * HOURS, 3);
    expect(shared.Toiture).toBeCloseTo(1_000 * HOURS, 3);
  });

  test("measures the same energies whatever the step", async () => {
    for (const step of [10, 60]) {
      const { consumers, producers } = await readSettledRun(await operationOnStep(step), START);
      const withdrawn = Object.fromEntries(consumers.map(({ name, withdrawalWh }) => [name, Math.round(withdrawalWh)]));
      expect(withdrawn).toEqual({ Mairie: 600 * HOURS, École: 900 * HOURS });
      expect(producers.map(({ injectionWh }) => Math.round(injectionWh))).toEqual([1_000 * HOURS]);
    }
  });
});
