import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findDelivery, readDelivery } from "@/lib/data/coefficient-deliveries";
import type { KeyRule } from "@/lib/domain/coefficients/key-rule";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { correctMonthKey } from "@/lib/services/coefficients/correct-month-key";
import { exportAnnex5 } from "@/lib/services/coefficients/export-annex-5";
import { importAnnex5 } from "@/lib/services/coefficients/import-annex-5";
import { listMonthKeys } from "@/lib/services/coefficients/list-month-keys";
import { makeMonthKey } from "@/lib/services/coefficients/make-month-key";
import { type MonthKeyMove, moveMonthKey } from "@/lib/services/coefficients/move-month-key";
import { readMonthKey } from "@/lib/services/coefficients/read-month-key";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import type { TestOperation } from "../../support/create-test-operation";
import { createDynamicOperation, OCTOBER, octoberFile } from "../../support/dynamic-operation";
import { importTestCurves } from "../../support/import-test-files";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const TODAY = civilDate("2025-11-05");
const { from } = OCTOBER;
const DAYS = ["2025-10-01", "2025-10-31"] as const;

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createDynamicOperation(collectivity);
});

const actor = () => collectivity.users.officer.actor;
const hall = () => operation.point("Mairie");
const school = () => operation.point("École");

const PRO_RATA = { kind: "pro_rata" } as const;
const communeFirst = (): Exclude<KeyRule, { kind: "file" }> => ({
  kind: "tiers",
  tiers: [
    { consumerIds: [hall().id], sharing: { kind: "equal" } },
    { consumerIds: [school().id], sharing: { kind: "pro_rata" } },
  ],
});

/** 100 Wh produced; the hall draws 30, the school 90, but where a test says otherwise. */
async function measure(schoolWh: number | ((step: number) => number) = 90) {
  await importTestCurves(operation, [
    { point: "Toiture", days: DAYS, energyWh: 100 },
    { point: "Mairie", days: DAYS, energyWh: 30 },
    { point: "École", days: DAYS, energyWh: schoolWh },
  ]);
}

const make = (rule: Exclude<KeyRule, { kind: "file" }> = PRO_RATA, unitPpm: 100 | 10_000 = 100) =>
  makeMonthKey(operation, actor(), { from, rule, unitPpm }, TODAY);

const move = (deliveryId: string, asked: MonthKeyMove) => moveMonthKey(operation.id, actor(), deliveryId, asked, TODAY);

async function coefficientsOf(deliveryId: string, name: string) {
  const summary = await findDelivery(operation.id, deliveryId);
  if (!summary) throw new Error("not stored");
  const { coefficients } = await readDelivery(operation.id, summary);
  const ppm = coefficients.kind === "dynamic_simple" && coefficients.ppm.get(operation.point(name).id);
  return ppm || new Int32Array();
}

describe("made from the measures of the month", () => {
  test("in proportion to withdrawal, over both 02:00 of October", async () => {
    await measure();
    const { deliveryId, missingSteps } = await make();
    expect(missingSteps).toBe(0);
    expect(await coefficientsOf(deliveryId, "Mairie")).toEqual(new Int32Array(1_490).fill(250_000));
    expect(await coefficientsOf(deliveryId, "École")).toEqual(new Int32Array(1_490).fill(750_000));
  });

  test("the commune first, at the precision asked", async () => {
    await measure((step) => (step < 48 ? 90 : 20));
    const { deliveryId } = await make(communeFirst(), 10_000);
    const [ofHall, ofSchool] = [await coefficientsOf(deliveryId, "Mairie"), await coefficientsOf(deliveryId, "École")];
    expect([ofHall[0], ofSchool[0]]).toEqual([300_000, 700_000]);
    expect([ofHall[48], ofSchool[48]]).toEqual([300_000, 200_000]); // half of the roof is nobody's: surplus
  });

  test("a step without a measure has no coefficient; it is counted and cannot be sent, but corrected by hand", async () => {
    await measure((step) => (step >= 96 && step < 144 ? Number.NaN : 90)); // 3 October, nothing a week before
    const { deliveryId, missingSteps } = await make();
    expect(missingSteps).toBe(48);
    const month = await readMonthKey(operation, from, { consumer: school().prm }, TODAY);
    expect(month.made).toMatchObject({ steps: 1_490, missingCount: 48, isOtherPerimeter: false });
    expect(month.made?.shown?.consumer.name).toBe("École");
    expect([...(month.made?.shown?.days[2]?.means ?? [])]).toEqual(Array(24).fill(Number.NaN));
    await expect(move(deliveryId, { move: "send", sentDay: TODAY })).rejects.toMatchObject({
      code: "DELIVERY_INCOMPLETE",
      details: { missingCount: 48 },
    });
    await expect(exportAnnex5(operation, { from })).rejects.toMatchObject({ code: "DELIVERY_INCOMPLETE" });

    const day = civilDate("2025-10-03");
    const range = { from: day, lastDay: day, fromMinute: 0, toMinute: 1_440 };
    const correction = { deliveryId, consumerId: school().id, range, ppm: 600_000 };
    expect(await correctMonthKey(operation.id, actor(), correction)).toBe(48);
    expect((await coefficientsOf(deliveryId, "Mairie")).slice(95, 98)).toEqual(Int32Array.of(250_000, 0, 0));
    await move(deliveryId, { move: "send", sentDay: TODAY });
  });

  test.for([
    { first: "2025-09-01", code: "UNKNOWN_PERIOD" },
    { first: "2025-11-01", code: "UNKNOWN_PERIOD" },
  ])("not for a period that is not over: $first", async ({ first, code }) => {
    const making = { from: civilDate(first), rule: PRO_RATA, unitPpm: 100 as const };
    await expect(makeMonthKey(operation, actor(), making, TODAY)).rejects.toMatchObject({ code });
  });
});

describe("corrected by hand", () => {
  const saturdayNight = {
    from: civilDate("2025-10-25"),
    lastDay: civilDate("2025-10-26"),
    fromMinute: 120,
    toMinute: 180,
  };

  test("over some hours of some days, both passages of an hour included", async () => {
    await measure();
    const { deliveryId } = await make();
    const correction = { deliveryId, consumerId: hall().id, range: saturdayNight, ppm: 10_000 };
    expect(await correctMonthKey(operation.id, actor(), correction)).toBe(6);
    const ppm = await coefficientsOf(deliveryId, "Mairie");
    expect([...ppm.keys()].filter((step) => ppm[step] === 10_000)).toEqual([1156, 1157, 1204, 1205, 1206, 1207]);
    expect(await coefficientsOf(deliveryId, "École")).toEqual(new Int32Array(1_490).fill(750_000));
  });

  test("never above 100 %: the first step is named, nothing is written", async () => {
    await measure();
    const { deliveryId } = await make();
    const correction = { deliveryId, consumerId: hall().id, range: saturdayNight, ppm: 250_100 };
    await expect(correctMonthKey(operation.id, actor(), correction)).rejects.toMatchObject({
      code: "COEFFICIENTS_ABOVE_ONE",
      details: { field: "percent", stamp: "25-10-2025 02:00", sumPpm: 1_000_100 },
    });
    expect(await coefficientsOf(deliveryId, "Mairie")).toEqual(new Int32Array(1_490).fill(250_000));
  });
});

describe("sent", () => {
  test("on a day; then it never changes, and the operator's answer is kept", async () => {
    await measure();
    const { deliveryId } = await make();
    await expect(move(deliveryId, { move: "send", sentDay: addDays(TODAY, 1) })).rejects.toMatchObject({
      code: "INVALID_SENT_DAY",
      details: { field: "sentDay" },
    });
    await move(deliveryId, { move: "send", sentDay: TODAY });
    const range = { from, lastDay: from, fromMinute: 0, toMinute: 60 };
    const correction = { deliveryId, consumerId: hall().id, range, ppm: 1 };
    await expect(correctMonthKey(operation.id, actor(), correction)).rejects.toMatchObject({
      code: "DELIVERY_MOVE_REFUSED",
    });
    await move(deliveryId, { move: "answer", state: "accepted", day: TODAY, note: null });
    expect(await listMonthKeys(operation, TODAY)).toMatchObject([
      { period: OCTOBER, deadline: "2025-11-06", standing: "accepted", isLate: false },
    ]);
    const actions = await sql("SELECT action FROM audit_event WHERE object_id = $1 ORDER BY action", [deliveryId]);
    expect(actions.map(({ action }) => action)).toEqual([
      "answer.coefficient_delivery",
      "draft.coefficient_delivery",
      "send.coefficient_delivery",
    ]);
  });

  test("late, the default key applies: it is said", async () => {
    await measure();
    const late = civilDate("2025-11-07");
    expect(await listMonthKeys(operation, late)).toMatchObject([{ standing: "to_make", isLate: true }]);
    const { deliveryId } = await make();
    await moveMonthKey(operation.id, actor(), deliveryId, { move: "send", sentDay: late }, late);
    expect(await listMonthKeys(operation, late)).toMatchObject([{ standing: "sent", isLate: true }]);
  });

  test("not for another perimeter than the one of today", async () => {
    await measure();
    const { deliveryId } = await make();
    await sql("DELETE FROM attachment WHERE operation_id = $1 AND prm = $2", [operation.id, hall().prm]);
    await expect(move(deliveryId, { move: "send", sentDay: TODAY })).rejects.toMatchObject({
      code: "DELIVERY_OTHER_PERIMETER",
    });
  });

  test("a draft given up leaves the month to be made", async () => {
    await measure();
    const { deliveryId } = await make();
    await move(deliveryId, { move: "give_up" });
    expect(await listMonthKeys(operation, TODAY)).toMatchObject([{ standing: "to_make", delivery: null }]);
    await expect(move(deliveryId, { move: "send", sentDay: TODAY })).rejects.toMatchObject({
      code: "DELIVERY_MOVE_REFUSED",
    });
  });

  test("of another operation is not found", async () => {
    await measure();
    const { deliveryId } = await make();
    const other = await createDynamicOperation(collectivity);
    await expect(moveMonthKey(other.id, actor(), deliveryId, { move: "give_up" }, TODAY)).rejects.toMatchObject({
      code: "UNKNOWN_DELIVERY",
    });
  });
});

describe("full dynamic", () => {
  const perimeter = {
    "Toit A": ["producer"],
    "Toit B": ["producer"],
    Mairie: ["consumer"],
    École: ["consumer"],
  } as const;

  beforeEach(async () => {
    operation = await createDynamicOperation(collectivity, { kind: "dynamic_full", perimeter });
    await importTestCurves(operation, [
      { point: "Toit A", days: DAYS, energyWh: 50 },
      { point: "Toit B", days: DAYS, energyWh: 100 },
      { point: "Mairie", days: DAYS, energyWh: 80 },
      { point: "École", days: DAYS, energyWh: 90 },
    ]);
  });

  const shownOf = async (producer: string) => {
    const shown = { consumer: hall().prm, producer: operation.point(producer).prm };
    const { made } = await readMonthKey(operation, from, shown, TODAY);
    return { producer: made?.producer?.name, hall: made?.shown?.days[0]?.means[0], missing: made?.missingCount };
  };

  test("each producer has its key; the second shares what the first one left to draw", async () => {
    const { deliveryId, missingSteps } = await make(communeFirst());
    expect(missingSteps).toBe(0);
    expect(await findDelivery(operation.id, deliveryId)).toMatchObject({ kind: "dynamic_full", channel: "api" });
    expect(await shownOf("Toit A")).toEqual({ producer: "Toit A", hall: 1_000_000, missing: 0 });
    expect(await shownOf("Toit B")).toEqual({ producer: "Toit B", hall: 300_000, missing: 0 });
    expect(await exportAnnex5(operation, { from })).toBeNull(); // no file carries it
    await move(deliveryId, { move: "send", sentDay: TODAY });
    const steps = await sql("SELECT count(*)::int AS n FROM coefficient_exchange WHERE delivery_id = $1", [deliveryId]);
    expect(steps).toEqual([{ n: 2 * 1_490 }]);
  });

  test("a correction by hand is of one producer", async () => {
    const { deliveryId } = await make(communeFirst());
    const range = { from, lastDay: from, fromMinute: 0, toMinute: 60 };
    const producerId = operation.point("Toit B").id;
    const correction = { deliveryId, producerId, consumerId: hall().id, range, ppm: 100_000 };
    expect(await correctMonthKey(operation.id, actor(), correction)).toBe(2);
    expect((await shownOf("Toit A")).hall).toBe(1_000_000);
    expect((await shownOf("Toit B")).hall).toBe(100_000);
  });

  test("its coefficients travel by the interface alone: no file is taken", async () => {
    const { name, lines } = octoberFile(operation, ["50", "50"]);
    const upload = { name, chunks: [new TextEncoder().encode(lines.join("\n"))] };
    await expect(importAnnex5(operation, actor(), upload, { dryRun: true }, TODAY)).rejects.toMatchObject({
      code: "NO_FILE_FOR_FULL_DYNAMIC",
    });
  });
});

test("the month made last proposes its rule; the file keeps who left on the way", async () => {
  await measure();
  await make(communeFirst());
  expect((await readMonthKey(operation, from, {}, TODAY)).rule).toEqual(communeFirst());
  await sql("UPDATE attachment SET to_day = '2025-10-15' WHERE operation_id = $1 AND prm = $2", [
    operation.id,
    hall().prm,
  ]);
  const { deliveryId } = await make(communeFirst());
  const ofHall = await coefficientsOf(deliveryId, "Mairie");
  expect([ofHall[14 * 48 - 1], ofHall[14 * 48]]).toEqual([300_000, 0]);
  const file = await exportAnnex5(operation, { from });
  const pieces: string[] = [];
  for await (const piece of file?.pieces ?? []) pieces.push(piece);
  expect(pieces[0]).toContain(hall().prm);
});
