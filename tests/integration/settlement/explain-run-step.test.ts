import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { writeDeliveries } from "@/lib/data/coefficient-delivery-writing";
import { insertCoefficientKey } from "@/lib/data/coefficient-keys";
import { civilDate } from "@/lib/domain/time/civil-date";
import { explainRunStep } from "@/lib/services/runs/explain-run-step";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { importTestCurves } from "../../support/import-test-files";
import { readSettledRun } from "../../support/settle-test-period";

/** One day, 25 October 2026: 50 half-hours. */
const PERIOD = { from: civilDate("2026-10-25"), toExclusive: civilDate("2026-10-26") };
const STEPS = 50;

let collectivity: TestCollectivity;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

describe("the convention's example (art. 11.7.2) as a full dynamic operation", () => {
  // P, L and C as printed there.
  const PRODUCTION = { "Toiture 1": 200, "Toiture 2": 100, "Toiture 3": 50 } as const;
  const WITHDRAWAL = { "Site 1": 150, "Site 2": 75, "Site 3": 50 } as const;
  const PERCENT: Readonly<Record<string, readonly number[]>> = {
    "Toiture 1": [50, 25, 20],
    "Toiture 2": [50, 50, 0],
    "Toiture 3": [0, 20, 80],
  };
  let operation: TestOperation;

  beforeEach(async () => {
    operation = await createTestOperation(collectivity, {
      startDay: PERIOD.from,
      monthlyAnniversaryDay: 26,
      perimeter: Object.fromEntries([
        ...Object.keys(PRODUCTION).map((name) => [name, ["producer"] as const]),
        ...Object.keys(WITHDRAWAL).map((name) => [name, ["consumer"] as const]),
      ]),
    });
    const days = [PERIOD.from, PERIOD.from] as const;
    await importTestCurves(
      operation,
      Object.entries({ ...PRODUCTION, ...WITHDRAWAL }).map(([point, energyWh]) => ({ point, days, energyWh })),
    );
    const actor = collectivity.users.officer.actor;
    await insertCoefficientKey(operation.id, actor, {
      kind: "dynamic_full",
      from: PERIOD.from,
      ppmByConsumer: new Map(),
    });
    const sites = Object.keys(WITHDRAWAL);
    await writeDeliveries(operation.id, actor, async (writing) => {
      const id = await writing.insertDraft({
        keyId: null,
        kind: "dynamic_full",
        channel: "api",
        period: PERIOD,
        stepMinutes: 30,
        unitPpm: 100,
        rule: null,
        fileName: null,
        problems: [],
        days: Object.entries(PERCENT).flatMap(([producer, percents]) =>
          percents.map((percent, j) => ({
            day: PERIOD.from,
            producerId: operation.point(producer).id,
            consumerId: operation.point(sites[j] as string).id,
            ppm: new Int32Array(STEPS).fill(percent * 10_000),
          })),
        ),
      });
      const draft = await writing.find(id);
      if (draft) await writing.send(draft, PERIOD.toExclusive);
    });
    await readSettledRun(operation, PERIOD.from);
  });

  test("gives the numbers printed there, to one decimal, and those that the run keeps", async () => {
    const explained = await explainRunStep(operation.id, PERIOD.from, { step: 17 });
    if (!explained) throw new Error("not settled");
    const { explanation, producers, consumers } = explained;
    const round = (values: readonly number[]) => values.map((value) => Math.round(value * 10) / 10);
    expect(producers.map(({ name }) => name)).toEqual(Object.keys(PRODUCTION));
    expect(explanation.coefficientRatio).toEqual(Object.values(PERCENT).map((row) => row.map((each) => each / 100)));
    expect(explanation.provisionalWh.map(round)).toEqual([
      [100, 50, 40],
      [50, 50, 0],
      [0, 10, 40],
    ]);
    expect(round(explanation.unallocatedWh)).toEqual([10, 0, 0]);
    expect(round(explanation.consumerSurplusWh)).toEqual([0, 35, 30]);
    expect(round(explanation.surplusWh)).toEqual([40.9, 15.9, 18.2]);
    expect(explanation.finalWh.map(round)).toEqual([
      [100, 34.1, 25],
      [50, 34.1, 0],
      [0, 6.8, 25],
    ]);
    for (const [points, values] of [
      [consumers, explanation.selfConsumedWh],
      [producers, explanation.selfProducedWh],
    ] as const) {
      for (const [index, { keptWh }] of points.entries()) expect(values[index]).toBeCloseTo(keptWh, 9);
    }
  });
});

describe("an ordinary operation", () => {
  let operation: TestOperation;

  beforeEach(async () => {
    operation = await createTestOperation(collectivity, {
      startDay: PERIOD.from,
      monthlyAnniversaryDay: 26,
      key: { Mairie: 500_000, École: 300_000 },
    });
    const days = [PERIOD.from, PERIOD.from] as const;
    await importTestCurves(operation, [
      { point: "Toiture", days, energyWh: 100 },
      { point: "Mairie", days, energyWh: 40 },
      { point: "École", days, energyWh: (step) => (step === 9 ? Number.NaN : 100) },
    ]);
  });

  test("says which rule chose the coefficients, and where each value comes from", async () => {
    await readSettledRun(operation, PERIOD.from);
    const explained = await explainRunStep(operation.id, PERIOD.from, { step: 9 });
    expect(explained?.stepsMs).toHaveLength(STEPS);
    expect(explained?.rules).toMatchObject([{ applied: "static", reason: "static_values" }]);
    expect(explained?.consumers.map(({ name, origin }) => [name, origin])).toEqual([
      ["École", 1],
      ["Mairie", 0],
    ]);
    expect(explained?.explanation).toMatchObject({ selfConsumedWh: [30, 40], surplusWh: [30] });
  });

  test("takes a step or a day that is not there as none", async () => {
    await readSettledRun(operation, PERIOD.from);
    const late = await explainRunStep(operation.id, PERIOD.from, { day: civilDate("2030-01-01"), step: 300 });
    expect([late?.day, late?.step]).toEqual([PERIOD.from, STEPS - 1]);
  });

  test("has nothing to explain before it is settled", async () => {
    expect(await explainRunStep(operation.id, PERIOD.from, {})).toBeNull();
  });
});
