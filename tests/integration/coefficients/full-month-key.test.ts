import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findDelivery, readDelivery } from "@/lib/data/coefficient-deliveries";
import { countExchanges } from "@/lib/data/coefficient-exchanges";
import type { MakingRule, RuleByProducer } from "@/lib/domain/coefficients/key-rule";
import { civilDate } from "@/lib/domain/time/civil-date";
import { correctMonthKey } from "@/lib/services/coefficients/correct-month-key";
import { exportAnnex5 } from "@/lib/services/coefficients/export-annex-5";
import { importAnnex5 } from "@/lib/services/coefficients/import-annex-5";
import { listMonthKeys } from "@/lib/services/coefficients/list-month-keys";
import { makeMonthKey } from "@/lib/services/coefficients/make-month-key";
import { moveMonthKey } from "@/lib/services/coefficients/move-month-key";
import { readMonthKey } from "@/lib/services/coefficients/read-month-key";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import type { TestOperation } from "../../support/create-test-operation";
import { createDynamicOperation, OCTOBER, octoberFile, TWO_ROOFS } from "../../support/dynamic-operation";
import { importTestCurves } from "../../support/import-test-files";

const TODAY = civilDate("2025-11-05");
const { from } = OCTOBER;
const STEPS = 1_490;

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createDynamicOperation(collectivity, { perimeter: TWO_ROOFS, kind: "dynamic_full" });
});

const actor = () => collectivity.users.officer.actor;
const id = (name: string) => operation.point(name).id;

const PRO_RATA = { kind: "pro_rata" } as const;
const hallFirst = (): MakingRule => ({
  kind: "tiers",
  tiers: [
    { consumerIds: [id("Mairie")], sharing: { kind: "equal" } },
    { consumerIds: [id("École")], sharing: { kind: "pro_rata" } },
  ],
});
const roofFirst = (): RuleByProducer => ({
  kind: "by_producer",
  producers: [
    { producerId: id("Toiture"), rule: hallFirst() },
    { producerId: id("Halle"), rule: PRO_RATA },
  ],
});
const marketFirst = (): RuleByProducer => ({ ...roofFirst(), producers: roofFirst().producers.toReversed() });

/** The roof gives 40 Wh, the market hall 20; the town hall draws 30, the school 90, but where a test says otherwise. */
async function measure(schoolWh: number | ((step: number) => number) = 90) {
  const days = ["2025-10-01", "2025-10-31"] as const;
  await importTestCurves(operation, [
    { point: "Toiture", days, energyWh: 40 },
    { point: "Halle", days, energyWh: 20 },
    { point: "Mairie", days, energyWh: 30 },
    { point: "École", days, energyWh: schoolWh },
  ]);
}

const make = (rule: RuleByProducer = roofFirst()) =>
  makeMonthKey(operation, actor(), { from, rule, unitPpm: 100 }, TODAY);

async function coefficientsOf(deliveryId: string, producer: string, consumer: string) {
  const summary = await findDelivery(operation.id, deliveryId);
  if (!summary) throw new Error("not stored");
  const { coefficients } = await readDelivery(operation.id, summary);
  const ppm = coefficients.kind === "dynamic_full" && coefficients.ppm.get(id(producer))?.get(id(consumer));
  return ppm || new Int32Array();
}

const constant = (ppm: number) => new Int32Array(STEPS).fill(ppm);

describe("made by a rule for each producer", () => {
  test("who is served first changes what is left for the next one's rule", async () => {
    await measure();
    const first = await make();
    expect(first.missingSteps).toBe(0);
    expect(await coefficientsOf(first.deliveryId, "Toiture", "Mairie")).toEqual(constant(750_000));
    expect(await coefficientsOf(first.deliveryId, "Toiture", "École")).toEqual(constant(250_000));
    expect(await coefficientsOf(first.deliveryId, "Halle", "Mairie")).toEqual(constant(0));
    expect(await coefficientsOf(first.deliveryId, "Halle", "École")).toEqual(constant(1_000_000));

    // The market hall's 20 Wh are shared 5 and 15: the town hall then needs 25 of the roof's 40.
    const second = await make(marketFirst());
    expect(await coefficientsOf(second.deliveryId, "Halle", "Mairie")).toEqual(constant(250_000));
    expect(await coefficientsOf(second.deliveryId, "Toiture", "Mairie")).toEqual(constant(625_000));
  });

  test("it is a draft for the interface, and proposes its rules and its order again", async () => {
    await measure();
    await make(marketFirst());
    const month = await readMonthKey(operation, from, { producer: operation.point("Toiture").prm }, TODAY);
    expect(month).toMatchObject({
      ...{ kind: "dynamic_full", standing: "draft", channel: "api" },
      delivery: { kind: "dynamic_full", channel: "api" },
      producers: [
        { name: "Halle", rule: PRO_RATA },
        { name: "Toiture", rule: hallFirst() },
      ],
      made: { missingCount: 0, isOtherPerimeter: false, producer: { name: "Toiture" } },
    });
    expect(month.consumers.map(({ name, meanPpm }) => [name, meanPpm])).toEqual([
      ["École", 375_000],
      ["Mairie", 625_000],
    ]);
  });

  test.for([
    { why: "one producer is forgotten", change: (rule: RuleByProducer) => rule.producers.slice(1) },
    { why: "one comes twice", change: (rule: RuleByProducer) => [...rule.producers, ...rule.producers.slice(1)] },
  ])("not where $why", async ({ change }) => {
    await measure();
    await expect(make({ kind: "by_producer", producers: change(roofFirst()) })).rejects.toMatchObject({
      code: "PRODUCERS_MISMATCH",
    });
  });

  test("not when the key is the same for every producer", async () => {
    operation = await createDynamicOperation(collectivity);
    await importTestCurves(operation, [{ point: "Toiture", days: ["2025-10-01", "2025-10-31"], energyWh: 1 }]);
    const rule = { kind: "by_producer" as const, producers: [{ producerId: id("Toiture"), rule: PRO_RATA }] };
    await expect(make(rule)).rejects.toMatchObject({ code: "PRODUCERS_MISMATCH" });
  });
});

describe("corrected by hand", () => {
  const sunday = civilDate("2025-10-26");
  const range = { from: sunday, lastDay: sunday, fromMinute: 120, toMinute: 180 };

  test("for one producer, both passages of an hour; the other keeps its own", async () => {
    await measure();
    const { deliveryId } = await make();
    const correction = { deliveryId, producerId: id("Halle"), consumerId: id("École"), range, ppm: 400_000 };
    expect(await correctMonthKey(operation.id, actor(), correction)).toBe(4);
    const ppm = await coefficientsOf(deliveryId, "Halle", "École");
    expect([...ppm.keys()].filter((step) => ppm[step] === 400_000)).toEqual([1204, 1205, 1206, 1207]);
    expect(await coefficientsOf(deliveryId, "Toiture", "École")).toEqual(constant(250_000));
  });

  test("never above 100 % for a producer, and not without one", async () => {
    await measure();
    const { deliveryId } = await make();
    const correction = { deliveryId, consumerId: id("Mairie"), range, ppm: 1_000 };
    await expect(
      correctMonthKey(operation.id, actor(), { ...correction, producerId: id("Halle") }),
    ).rejects.toMatchObject({ code: "COEFFICIENTS_ABOVE_ONE", details: { sumPpm: 1_001_000 } });
    for (const producerId of [undefined, id("Mairie")]) {
      await expect(correctMonthKey(operation.id, actor(), { ...correction, producerId })).rejects.toMatchObject({
        code: "UNKNOWN_ID",
      });
    }
    expect(await coefficientsOf(deliveryId, "Halle", "Mairie")).toEqual(constant(0));
  });
});

describe("travels through the interface only", () => {
  test("one message for each step and producer, those without coefficients included", async () => {
    await measure((step) => (step >= 96 && step < 144 ? Number.NaN : 90)); // 3 October, nothing a week before
    const { deliveryId, missingSteps } = await make();
    expect(missingSteps).toBe(2 * 48);
    await moveMonthKey(operation.id, actor(), deliveryId, { move: "send", sentDay: TODAY }, TODAY);
    expect(await countExchanges(operation.id, deliveryId)).toEqual({ waiting: 2 * STEPS, accepted: 0, rejected: 0 });
    expect(await listMonthKeys(operation, TODAY)).toMatchObject([{ standing: "sent", isLate: false }]);
  });

  test("no file goes out, none comes in", async () => {
    await measure();
    await make();
    expect(await exportAnnex5(operation, { from })).toBeNull();
    const { name, lines } = octoberFile(operation, ["50", "50"]);
    const upload = { name, chunks: [new TextEncoder().encode(lines.join("\r\n"))] };
    await expect(importAnnex5(operation, actor(), upload, { dryRun: true }, TODAY)).rejects.toMatchObject({
      code: "NO_FILE_FOR_FULL_DYNAMIC",
    });
  });
});
