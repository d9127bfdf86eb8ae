import { beforeAll, describe, expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";
import { cachedPreviewInput } from "@/lib/services/coefficients/cached-preview-input";
import { previewOperationKey } from "@/lib/services/coefficients/preview-operation-key";
import { setCoefficientKey } from "@/lib/services/coefficients/set-coefficient-key";
import { decideMeasure } from "@/lib/services/measures/decide-measure";
import { releaseDecision } from "@/lib/services/measures/release-decision";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import {
  createTestOperation,
  type TestOperation,
  type TestOperationOptions,
} from "../../support/create-test-operation";
import { importTestCurves } from "../../support/import-test-files";
import { addTestPoint, decideTestStays } from "../../support/registry-by-hand";
import { readSettledRun, settleTestPeriod } from "../../support/settle-test-period";

const TODAY = civilDate("2027-03-15");
const YEAR = ["2026-03-01", "2027-02-28"] as const;
const STEPS = 365 * 24;
const HALVES = { École: 500_000, Mairie: 500_000 };

let collectivity: TestCollectivity;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

/** A year of hours: a roof of 100 Wh at each step, 30 and 80 Wh withdrawn. */
async function measuredOperation(options: TestOperationOptions = {}): Promise<TestOperation> {
  const operation = await createTestOperation(collectivity, { stepMinutes: 60, ...options });
  await importTestCurves(operation, [
    { point: "Toiture", days: YEAR, energyWh: 100, stepMinutes: 60 },
    { point: "Mairie", days: YEAR, energyWh: 30, stepMinutes: 60 },
    { point: "École", days: YEAR, energyWh: 80, stepMinutes: 60 },
  ]);
  return operation;
}

const shares = (operation: TestOperation, ppm: Readonly<Record<string, number>>) => ({
  kind: "static" as const,
  ppmByPrm: new Map(Object.entries(ppm).map(([name, value]) => [operation.point(name).prm, value])),
});
const tryKey = (operation: TestOperation, ppm: Readonly<Record<string, number>>) =>
  previewOperationKey(operation, TODAY, shares(operation, ppm));

describe("a year of measures", () => {
  let operation: TestOperation;
  beforeAll(async () => {
    operation = await measuredOperation({ key: HALVES });
  });

  test("says what each would have got, beside the key in force", async () => {
    const preview = await tryKey(operation, { Mairie: 200_000, École: 800_000 });
    expect(preview.period).toEqual({ from: "2026-03-01", toExclusive: "2027-03-01" });
    expect(
      preview.consumers.map(({ name, origin, annualWh, isMeasured }) => [name, origin, annualWh, isMeasured]),
    ).toEqual([
      ["École", "measured", 80 * STEPS, true],
      ["Mairie", "measured", 30 * STEPS, true],
    ]);
    expect(preview.tried.consumers.map(({ selfConsumedWh }) => Math.round(selfConsumedWh / STEPS))).toEqual([80, 20]);
    expect(preview.tried.producers.map(({ surplusWh }) => Math.round(surplusWh))).toEqual([0]);
    expect(preview.tried).toMatchObject({ stepCount: STEPS, leftOutSteps: 0, boundRatio: 1 });

    expect(preview.inForce).toMatchObject({ kind: "static", comparedKind: "static" });
    const inForce = preview.inForce.preview.consumers.map(({ selfConsumedWh }) => Math.round(selfConsumedWh / STEPS));
    expect(inForce).toEqual([50, 30]);
    expect(preview.inForce.preview.selfConsumptionRate).toBeCloseTo(0.8, 9);
  });

  test("gives a month what its settlement gives", async () => {
    const run = await readSettledRun(operation, civilDate("2026-05-01"));
    const preview = await tryKey(operation, HALVES);
    const may = preview.tried.months.find(({ from }) => from === "2026-05-01");
    expect(may?.selfConsumedWh).toBeCloseTo(run.totals.selfConsumedWh, 3);
    expect(may?.productionWh).toBeCloseTo(run.totals.productionWh, 3);
  });

  test("refuses shares above the whole, and who is no consumer", async () => {
    await expect(tryKey(operation, { Mairie: 600_000, École: 500_000 })).rejects.toMatchObject({
      code: "COEFFICIENTS_ABOVE_ONE",
    });
    await expect(tryKey(operation, { Toiture: 1 })).rejects.toMatchObject({ code: "UNKNOWN_METERING_POINT" });
    await expect(tryKey(operation, { Mairie: 0.5 })).rejects.toMatchObject({ code: "INVALID_COEFFICIENT" });
  });

  test("takes a dynamic key made on its own axis", async () => {
    const preview = await previewOperationKey(operation, TODAY, {
      kind: "made",
      coefficientsFor: ({ basis, consumers }) => ({
        kind: "dynamic_simple",
        ppm: consumers.map(({ name }) =>
          new Uint32Array(basis.axis.length).fill(name === "Mairie" ? 300_000 : 700_000),
        ),
      }),
    });
    expect(preview.tried.selfConsumptionRate).toBeCloseTo(1, 9);
  });
});

describe("a rule", () => {
  test("that serves the town hall first gives it all it draws, and the school what is left", async () => {
    const operation = await measuredOperation({ key: "default" });
    const tier = (name: string) => ({
      consumerIds: [operation.point(name).prm],
      sharing: { kind: "pro_rata" as const },
    });
    const { tried } = await previewOperationKey(operation, TODAY, {
      kind: "dynamic_simple",
      rule: { kind: "tiers", tiers: [tier("Mairie"), tier("École")] },
      unitPpm: 100,
    });
    expect(tried.consumers.map(({ selfConsumedWh }) => Math.round(selfConsumedWh / STEPS))).toEqual([70, 30]);
    expect(tried.boundRatio).toBeCloseTo(1, 6);
  });

  test("by calendar holds at the hours of Paris, all year", async () => {
    const operation = await measuredOperation({ key: "default" });
    const allYear = Array.from({ length: 12 }, (_, month) => month + 1);
    const { tried } = await previewOperationKey(operation, TODAY, {
      kind: "dynamic_simple",
      rule: {
        kind: "calendar",
        entries: [
          {
            months: allYear,
            weekdays: [1, 2, 3, 4, 5, 6, 7],
            fromMinute: 600,
            toMinute: 660,
            shares: { [operation.point("Mairie").prm]: 200_000 },
          },
        ],
        defaultShares: {},
      },
      unitPpm: 100,
    });
    expect(tried.selfConsumedWh).toBeCloseTo(365 * 20, 3);
  });

  test("that says two things at once is refused", async () => {
    const operation = await measuredOperation();
    const tier = { consumerIds: [operation.point("Mairie").prm], sharing: { kind: "equal" as const } };
    const rule = { kind: "tiers" as const, tiers: [tier, tier] };
    const trial = previewOperationKey(operation, TODAY, { kind: "dynamic_simple", rule, unitPpm: 100 });
    await expect(trial).rejects.toMatchObject({ code: "INVALID_KEY_RULE" });
  });
});

test("without a key, or with a dynamic one nobody notified, the default key is the comparison", async () => {
  const operation = await measuredOperation();
  const { inForce } = await tryKey(operation, HALVES);
  expect(inForce).toMatchObject({ kind: null, comparedKind: "default" });
  expect(inForce.preview.boundRatio).toBeCloseTo(1, 9);
});

describe("what is kept between two trials", () => {
  const inputOf = async (operation: TestOperation) => (await cachedPreviewInput(operation, TODAY)).input;
  const mairieWh = async (operation: TestOperation) =>
    (await inputOf(operation)).consumers.find(({ name }) => name === "Mairie")?.annualWh;

  test("stays while nothing it depends on changes, settlements and keys included", async () => {
    const operation = await measuredOperation({ key: HALVES });
    const input = await inputOf(operation);
    await settleTestPeriod(operation, civilDate("2026-05-01"));
    await setCoefficientKey(operation, collectivity.users.officer.actor, {
      kind: "static",
      from: civilDate("2026-06-01"),
      ppmByConsumer: new Map([[operation.point("Mairie").id, 1_000_000]]),
    });
    expect(await inputOf(operation)).toBe(input);
    const { inForce } = await tryKey(operation, HALVES);
    expect(inForce.preview.consumers.map(({ selfConsumedWh }) => Math.round(selfConsumedWh / STEPS))).toEqual([0, 30]);
  });

  test("is read again after a corrected measure", async () => {
    const operation = await measuredOperation();
    await inputOf(operation);
    await importTestCurves(operation, [
      { point: "Mairie", days: ["2026-07-01", "2026-07-01"], energyWh: 31, stepMinutes: 60 },
    ]);
    expect(await mairieWh(operation)).toBe(30 * STEPS + 24);
  });

  test("is read again after a decision, and after its release", async () => {
    const operation = await measuredOperation();
    await inputOf(operation);
    const { actor } = collectivity.users.officer;
    const decisionId = await decideMeasure(operation, actor, {
      meteringPointId: operation.point("Mairie").id,
      quantity: "withdrawal",
      kind: "value",
      startMs: parisMidnightMs(civilDate("2026-07-01")),
      endMs: parisMidnightMs(civilDate("2026-07-02")),
      powerW: 40,
      reason: "relevé du gardien",
    });
    expect(await mairieWh(operation)).toBe(30 * STEPS + 240);
    await releaseDecision(operation.id, actor, decisionId);
    expect(await mairieWh(operation)).toBe(30 * STEPS);
  });

  test("is read again after an entry and an exit", async () => {
    const operation = await measuredOperation();
    await inputOf(operation);
    const { prm } = await addTestPoint(operation, {
      day: "2027-03-01",
      details: { name: "Maison", annualWithdrawalWh: 4_000_000 },
    });
    const entered = await inputOf(operation);
    expect(entered.consumers.map(({ name }) => name)).toEqual(["École", "Mairie", "Maison"]);
    await decideTestStays(operation, prm, {
      kind: "exit",
      day: civilDate("2027-03-10"),
      cause: "organiser",
    });
    const left = await inputOf(operation);
    expect(left.consumers.map(({ name }) => name)).toEqual(["École", "Mairie"]);
  });
});

describe("before there are measures", () => {
  test("typical profiles stand for who has a figure; the others are left out and named", async () => {
    const operation = await createTestOperation(collectivity, { startDay: civilDate("2027-03-01") });
    const home = await addTestPoint(operation, {
      day: "2027-03-01",
      details: { name: "Maison", annualWithdrawalWh: 4_000_000 },
    });
    const preview = await previewOperationKey(operation, TODAY, {
      kind: "static",
      ppmByPrm: new Map([
        [home.prm, 250_000],
        [operation.point("Mairie").prm, 100_000],
      ]),
    });
    expect(preview.consumers).toMatchObject([
      { name: "Maison", origin: "typical", profile: "dwelling", isMeasured: false },
    ]);
    expect(preview.consumers[0]?.annualWh).toBeCloseTo(4_000_000, 0);
    expect(preview.producers).toMatchObject([{ name: "Toiture", origin: "typical", profile: "solar_roof" }]);
    expect(preview.tried.productionWh / 36_000).toBeGreaterThan(900); // hours of full power a year, in France
    expect(preview.leftOut).toMatchObject([
      { name: "École", role: "consumer", reason: "no_figure" },
      { name: "Mairie", role: "consumer", reason: "no_figure" },
    ]);
    expect(preview.leftOutPpm).toBe(100_000);
  });

  test("months that are measured are kept, the others completed at their scale", async () => {
    const operation = await createTestOperation(collectivity, { stepMinutes: 60 });
    const days = ["2026-12-01", "2027-02-28"] as const;
    await importTestCurves(operation, [
      { point: "Toiture", days, energyWh: (step) => (step % 24 === 12 ? 1_000 : 0), stepMinutes: 60 },
      { point: "Mairie", days, energyWh: 30, stepMinutes: 60 },
      { point: "École", days, energyWh: 80, stepMinutes: 60 },
    ]);
    const preview = await tryKey(operation, HALVES);
    expect(preview.period).toEqual({ from: "2026-03-01", toExclusive: "2027-03-01" });
    expect(preview.consumers.map(({ origin }) => origin)).toEqual(["completed", "completed"]);
    expect(preview.producers.map(({ origin }) => origin)).toEqual(["completed"]);
    expect(preview.tried.leftOutSteps).toBe(0);
  });

  test("a step that one meter misses is left out for all", async () => {
    const operation = await measuredOperation();
    await decideMeasure(operation, collectivity.users.officer.actor, {
      meteringPointId: operation.point("Mairie").id,
      quantity: "withdrawal",
      kind: "discard",
      startMs: parisMidnightMs(civilDate("2026-07-01")),
      endMs: parisMidnightMs(civilDate("2026-07-21")),
      powerW: null,
      reason: "compteur en panne",
    });
    const preview = await tryKey(operation, HALVES);
    // The first week is copied from the one before (art. 5.2.3); the other thirteen days have nothing measured behind.
    expect(preview.tried.leftOutSteps).toBe(13 * 24);
    expect(preview.tried.productionWh).toBe((365 - 13) * 24 * 100);
    expect(preview.consumers.find(({ name }) => name === "Mairie")).toMatchObject({
      annualWh: 30 * STEPS,
      isMeasured: false,
    });
  });
});
