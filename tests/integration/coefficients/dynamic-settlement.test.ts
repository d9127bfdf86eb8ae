import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { writeDeliveries } from "@/lib/data/coefficient-delivery-writing";
import { insertCoefficientKey } from "@/lib/data/coefficient-keys";
import { civilDate } from "@/lib/domain/time/civil-date";
import { listPeriods } from "@/lib/services/list-periods";
import { updateOperationSheet } from "@/lib/services/operations/update-operation-sheet";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { deliverTestCoefficients } from "../../support/deliver-test-coefficients";
import { importTestCurves } from "../../support/import-test-files";
import { readSettledRun, settleTestPeriod, sharedByName } from "../../support/settle-test-period";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

/** Three days around the change to winter time: 48, 50 and 48 half-hours; the fourth working day after is 2 November. */
const PERIOD = { from: civilDate("2026-10-24"), toExclusive: civilDate("2026-10-27") };
const STEPS = 146;
const IN_TIME = civilDate("2026-11-02");
const LATE = civilDate("2026-11-03");

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity, { startDay: PERIOD.from, monthlyAnniversaryDay: 27 });
  await insertCoefficientKey(operation.id, collectivity.users.officer.actor, {
    kind: "dynamic_simple",
    from: PERIOD.from,
    ppmByConsumer: new Map(),
  });
  const days = ["2026-10-24", "2026-10-26"] as const;
  await importTestCurves(operation, [
    { point: "Toiture", days, energyWh: 100 },
    { point: "Mairie", days, energyWh: 100 },
    { point: "École", days, energyWh: 300 },
  ]);
});

const deliver = (changes: Partial<Parameters<typeof deliverTestCoefficients>[1]> = {}) =>
  deliverTestCoefficients(operation, {
    period: PERIOD,
    sentDay: IN_TIME,
    ppm: { Mairie: (step) => (step % 2 === 0 ? 600_000 : 200_000), École: () => 400_000 },
    ...changes,
  });

const answer = (deliveryId: string, state: "accepted" | "refused") =>
  writeDeliveries(operation.id, collectivity.users.officer.actor, async (writing) => {
    const delivery = await writing.find(deliveryId);
    if (delivery) await writing.answer(delivery, { state, day: LATE, note: null });
  });

const stateNow = async () =>
  (await listPeriods(operation, LATE)).find(({ period }) => period.from === PERIOD.from)?.state;

test("the coefficients of each half-hour share it, over the 50 half-hours of October", async () => {
  await deliver();
  const run = await readSettledRun(operation, PERIOD.from);
  expect(run.rules).toMatchObject([{ appliedKind: "dynamic_simple", reason: "dynamic_values" }]);
  // 60 or 20 Wh to the town hall, 40 Wh to the school at every step.
  expect(sharedByName(run)).toMatchObject({ Mairie: 40 * STEPS, École: 40 * STEPS });
});

describe("what was notified and when decides", () => {
  test("nothing, then in time: the run made by the default key is to be made again", async () => {
    const first = await readSettledRun(operation, PERIOD.from);
    expect(first.rules).toMatchObject([{ appliedKind: "default", reason: "dynamic_not_notified" }]);
    expect(sharedByName(first)).toMatchObject({ Mairie: 25 * STEPS, École: 75 * STEPS });
    await deliver();
    expect(await stateNow()).toBe("to_recompute");
    const second = await readSettledRun(operation, PERIOD.from);
    expect([second.version, second.rules[0]?.reason]).toEqual([2, "dynamic_values"]);
  });

  test("a draft counts for nothing", async () => {
    await deliver({ sentDay: null });
    expect((await readSettledRun(operation, PERIOD.from)).rules).toMatchObject([{ reason: "dynamic_not_notified" }]);
  });

  test("late: the default key for the whole period", async () => {
    await deliver({ sentDay: LATE });
    expect((await readSettledRun(operation, PERIOD.from)).rules).toMatchObject([{ reason: "dynamic_notified_late" }]);
  });

  test("accepted changes nothing; refused afterwards makes the period to be settled again", async () => {
    const id = await deliver();
    await readSettledRun(operation, PERIOD.from);
    await answer(id, "accepted");
    expect(await stateNow()).toBe("settled");
    expect(await settleTestPeriod(operation, PERIOD.from)).toMatchObject({ status: "unchanged", version: 1 });
    await answer(id, "refused");
    expect(await stateNow()).toBe("to_recompute");
    expect((await readSettledRun(operation, PERIOD.from)).rules).toMatchObject([{ reason: "dynamic_faulty" }]);
  });

  test("through the interface, a wrong step has the default key and its coefficients are kept with the run", async () => {
    await deliver({ channel: "api", ppm: { Mairie: (step) => (step === 100 ? null : 500_000), École: () => 500_000 } });
    const run = await readSettledRun(operation, PERIOD.from);
    expect(run.rules[0]?.exceptions).toHaveLength(1);
    const shares = await sql<{ name: string; day: string; shares: Buffer }>(
      `SELECT p.name, d.day::text, d.default_shares AS shares FROM settlement_run_point_day d
         JOIN metering_point p ON p.operation_id = d.operation_id AND p.id = d.metering_point_id
        WHERE d.operation_id = $1 AND d.run_id = $2 AND d.default_shares IS NOT NULL ORDER BY p.name COLLATE "C"`,
      [operation.id, run.id],
    );
    // Step 100 is the third of Monday, after 48 and 50 half-hours.
    expect(shares.map(({ name, day, shares: bytes }) => [name, day, bytes.readDoubleLE(2 * 8)])).toEqual([
      ["Mairie", "2026-10-26", 0.25],
      ["École", "2026-10-26", 0.75],
    ]);
  });
});

test("the database refuses a change of the coefficients of a delivery that was sent", async () => {
  const id = await deliver();
  const change = sql("DELETE FROM dynamic_simple_day WHERE operation_id = $1 AND delivery_id = $2", [operation.id, id]);
  await expect(change).rejects.toThrow("do not change");
  await sql("DELETE FROM operation WHERE id = $1", [operation.id]);
});

test("other public holidays make what was settled with a notified key out of date, and only that", async () => {
  const holidays = (holidayRegion: "metropolitan" | "alsace_moselle") =>
    updateOperationSheet(operation.id, collectivity.users.officer.actor, { operation: { holidayRegion } }, LATE);
  await settleTestPeriod(operation, PERIOD.from);
  await holidays("alsace_moselle");
  expect(await stateNow()).not.toBe("to_recompute");
  await deliver();
  await settleTestPeriod(operation, PERIOD.from);
  expect(await stateNow()).not.toBe("to_recompute");
  await holidays("metropolitan");
  expect(await stateNow()).toBe("to_recompute");
});
