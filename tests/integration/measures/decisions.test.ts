import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listDecisionsOfCurve, type NewMeasureDecision, releaseMeasureDecision } from "@/lib/data/measure-decisions";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";
import { listPeriods } from "@/lib/services/list-periods";
import { decideMeasure } from "@/lib/services/measures/decide-measure";
import { readRunSeries } from "@/lib/services/runs/read-run-series";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { importTestCurves } from "../../support/import-test-files";
import { readSettledRun, settleTestPeriod } from "../../support/settle-test-period";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

const START = civilDate("2026-06-01");
const FORTNIGHT = ["2026-06-01", "2026-06-14"] as const;
const TODAY = civilDate("2026-06-20");
const HALF_HOUR_MS = 1_800_000;

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity, { startDay: START, monthlyAnniversaryDay: 15, key: "default" });
  await importTestCurves(operation, [
    { point: "Toiture", days: FORTNIGHT, energyWh: 1000 },
    { point: "École", days: FORTNIGHT, energyWh: 10 },
  ]);
});

/** The town hall draws 100 Wh a step, but for some steps of its first day: no week before can mend them. */
const importTownHall = (energyWh: (step: number) => number = (step) => (step < 4 ? Number.NaN : 100)) =>
  importTestCurves(operation, [{ point: "Mairie", days: FORTNIGHT, energyWh }]);

function decide(kind: NewMeasureDecision["kind"], steps: readonly [first: number, end: number], powerW?: number) {
  const startMs = parisMidnightMs(START);
  return decideMeasure(operation, collectivity.users.officer.actor, {
    meteringPointId: operation.point("Mairie").id,
    quantity: "withdrawal",
    kind,
    startMs: startMs + steps[0] * HALF_HOUR_MS,
    endMs: startMs + steps[1] * HALF_HOUR_MS,
    powerW: powerW ?? null,
    reason: "Relevé sur place",
  });
}

const release = (id: string) => releaseMeasureDecision(operation.id, collectivity.users.officer.actor, id);

const stateOf = async () => (await listPeriods(operation, TODAY)).find(({ period }) => period.from === START)?.state;

async function settledSteps(count: number) {
  const run = await readSettledRun(operation, START);
  const series = await readRunSeries(operation.id, run.id, { prm: operation.point("Mairie").prm });
  const [curve] = series?.consumers ?? [];
  return {
    energyWh: [...(curve?.withdrawalWh.slice(0, count) ?? [])],
    origins: curve?.origins?.slice(0, count) ?? null,
  };
}

describe("an entered value", () => {
  test("makes a period complete that waited, and is marked", async () => {
    await importTownHall();
    expect(await stateOf()).toBe("waiting");
    await decide("value", [0, 4], 500);
    expect(await stateOf()).toBe("ready");
    expect(await settledSteps(5)).toEqual({
      energyWh: [250, 250, 250, 250, 100],
      origins: ["manual", "manual", "manual", "manual", "measured"],
    });
  });

  test("survives a later file until it is released; each of the two asks for a new run", async () => {
    await importTownHall();
    const id = await decide("value", [0, 4], 500);
    await settleTestPeriod(operation, START);
    await importTownHall(() => 100);
    expect(await stateOf()).toBe("to_recompute");
    expect((await settledSteps(4)).energyWh).toEqual([250, 250, 250, 250]);
    expect(await stateOf()).toBe("settled");

    expect(await release(id)).toBe(true);
    expect(await stateOf()).toBe("to_recompute");
    expect(await settledSteps(4)).toEqual({ energyWh: [100, 100, 100, 100], origins: null });
    expect(await release(id)).toBe(false);
  });

  test("given and taken back between two runs asks for none", async () => {
    await importTownHall(() => 100);
    await settleTestPeriod(operation, START);
    await release(await decide("value", [0, 4], 500));
    expect(await stateOf()).toBe("settled");
  });
});

describe("a measure held to be wrong", () => {
  test("is corrected like an absent one, and asks for a new run", async () => {
    await importTownHall((step) => (step === 10 || step === 11 ? 9_000 : 100));
    await settleTestPeriod(operation, START);
    await decide("discard", [10, 12]);
    expect(await stateOf()).toBe("to_recompute");
    const { energyWh, origins } = await settledSteps(13);
    expect(energyWh).toEqual(Array.from({ length: 13 }, () => 100));
    expect(origins?.slice(9)).toEqual(["measured", "interpolated", "interpolated", "measured"]);
  });

  test("with the correction refused too is missing, and stops the period until that is released", async () => {
    await importTownHall(() => 100);
    await decide("discard", [10, 12]);
    expect(await stateOf()).toBe("ready");
    const id = await decide("leave_missing", [10, 12]);
    expect(await stateOf()).toBe("waiting");
    await release(id);
    expect(await stateOf()).toBe("ready");
  });

  test("that nothing can correct stops the period", async () => {
    await importTownHall(() => 100);
    await settleTestPeriod(operation, START);
    await decide("discard", [10, 13]);
    expect(await stateOf()).toBe("to_recompute");
    expect(await settleTestPeriod(operation, START)).toMatchObject({
      status: "incomplete",
      missing: [{ meteringPointId: operation.point("Mairie").id, day: START }],
    });
  });
});

describe("a correction refused", () => {
  test("leaves missing what would have been interpolated, until it is released", async () => {
    await importTownHall((step) => (step === 20 || step === 21 ? Number.NaN : 100));
    expect(await stateOf()).toBe("ready");
    const id = await decide("leave_missing", [20, 22]);
    expect(await stateOf()).toBe("waiting");
    await release(id);
    expect(await stateOf()).toBe("ready");
  });

  test("does not hide the values a file brings later", async () => {
    await importTownHall((step) => (step === 20 ? Number.NaN : 100));
    await decide("leave_missing", [20, 21]);
    await importTownHall(() => 100);
    expect(await stateOf()).toBe("ready");
  });
});

describe("a decision", () => {
  test("is refused over another one that stands, by the database itself", async () => {
    const id = await decide("value", [0, 4], 500);
    await expect(decide("value", [3, 5], 100)).rejects.toMatchObject({ code: "ALREADY_DECIDED" });
    await decide("value", [4, 5], 100);
    await decide("leave_missing", [0, 4]);
    await expect(decide("leave_missing", [3, 5])).rejects.toMatchObject({ code: "ALREADY_DECIDED" });
    await release(id);
    await decide("discard", [0, 4]);
  });

  test.for([
    { case: "half a step", steps: [0, 0.5], powerW: 100 },
    { case: "nothing", steps: [3, 3], powerW: 100 },
    { case: "a negative power", steps: [0, 1], powerW: -1 },
    { case: "no number", steps: [0, 1], powerW: Number.NaN },
  ] as const)("of $case is refused", async ({ steps, powerW }) => {
    await expect(decide("value", steps, powerW)).rejects.toMatchObject({ code: "INVALID_MANUAL_VALUE" });
  });

  test("about a metering point of another operation is refused", async () => {
    const other = await createTestOperation(collectivity);
    const decision = { meteringPointId: other.point("Mairie").id, quantity: "withdrawal", kind: "discard" } as const;
    const stretch = { startMs: 0, endMs: HALF_HOUR_MS, powerW: null, reason: "x" };
    await expect(
      decideMeasure(operation, collectivity.users.officer.actor, { ...decision, ...stretch }),
    ).rejects.toMatchObject({ code: "UNKNOWN_METERING_POINT" });
  });

  test("keeps who decided, why and when, also once released, and the trail says both acts", async () => {
    const id = await decide("value", [0, 4], 500);
    await release(id);
    const [kept] = await listDecisionsOfCurve(operation.id, operation.point("Mairie").id, "withdrawal");
    expect(kept).toMatchObject({ id, powerW: 500, reason: "Relevé sur place", authorName: expect.any(String) });
    expect(kept?.releasedAtMs).toBeGreaterThanOrEqual(kept?.atMs ?? Number.NaN);
    const trail = await sql<{ action: string; actor_user_id: string }>(
      "SELECT action, actor_user_id FROM audit_event WHERE object_id = $1 ORDER BY at, id",
      [id],
    );
    const { userId } = collectivity.users.officer.actor;
    expect(trail.map((row) => row.action).sort()).toEqual(["decide.measure", "release.measure_decision"]);
    expect(new Set(trail.map((row) => row.actor_user_id))).toEqual(new Set([userId]));
  });
});
