import { beforeAll, describe, expect, test } from "vitest";
import { supposeAbsence } from "@/lib/domain/comparison/hypotheses/suppose-absence";
import { supposeShiftedMeasure } from "@/lib/domain/comparison/hypotheses/suppose-shifted-measure";
import { listResultCurves } from "@/lib/domain/comparison/list-result-curves";
import { demonstrationCurves } from "@/lib/domain/demonstration/demonstration-curves";
import { DEMONSTRATION_OPERATION } from "@/lib/domain/demonstration/demonstration-operation";
import { settle } from "@/lib/domain/settlement/settle";
import type { SettlementInput } from "@/lib/domain/settlement/settlement";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import { undoImport } from "@/lib/services/measures/undo-import";
import { readSettlementInput } from "@/lib/services/read-settlement-input";
import { compareTestPeriod } from "../../support/compare-test-period";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { importTestFiles } from "../../support/import-test-files";
import { writeOperatorFiles } from "../../support/operator-files";
import { settleTestPeriod } from "../../support/settle-test-period";

/** Twelve days with a clock change in them: 29 March 2026. */
const PERIOD = { from: civilDate("2026-03-21"), toExclusive: civilDate("2026-04-02") };
const AXIS = parisPeriodAxis(PERIOD.from, PERIOD.toExclusive, 30);
const CLOCK_CHANGE_MS = Date.parse("2026-03-29T01:00:00Z");
const END_MS = AXIS.startMs + AXIS.length * 1_800_000;
const { meteringPoints } = DEMONSTRATION_OPERATION;

let collectivity: TestCollectivity;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

/** The demonstration's meters over twelve days, measured, settled with the key. */
async function settledOperation(key: "default" | "static"): Promise<TestOperation> {
  const ppm = meteringPoints.flatMap((point) =>
    point.role === "consumer" ? [[point.name, point.coefficientPpm] as const] : [],
  );
  const operation = await createTestOperation(collectivity, {
    startDay: PERIOD.from,
    monthlyAnniversaryDay: 2,
    perimeter: Object.fromEntries(meteringPoints.map(({ name, role }) => [name, [role]])),
    key: key === "default" ? key : Object.fromEntries(ppm),
  });
  const measured = demonstrationCurves(AXIS).map(({ meteringPoint, quantity, series }) => ({
    prm: operation.point(meteringPoint.name).prm,
    quantity,
    energyWh: series.energyWh,
  }));
  expect((await importTestFiles(operation, writeOperatorFiles(AXIS, measured))).status).toBe("done");
  expect((await settleTestPeriod(operation, PERIOD.from)).status).toBe("settled");
  return operation;
}

/** Imports what an operator publishes that settled from another input. */
async function publishFrom(operation: TestOperation, change: (input: SettlementInput) => SettlementInput) {
  const input = await readSettlementInput(operation.id, PERIOD, 30);
  const prmOf = new Map(operation.points.map(({ id, prm }) => [id, prm]));
  const curves = listResultCurves(settle(change(input))).map(({ meteringPointId, ...curve }) => ({
    ...curve,
    prm: prmOf.get(meteringPointId) ?? "",
  }));
  const imported = await importTestFiles(operation, writeOperatorFiles(AXIS, curves));
  expect(imported.status).toBe("done");
  return imported.id;
}

const idOf = (operation: TestOperation, name: string) => operation.point(name).id;

describe.each(["default", "static"] as const)("with the %s key", (key) => {
  let operation: TestOperation;
  let publishedId: string | null = null;

  beforeAll(async () => {
    operation = await settledOperation(key);
  }, 60_000);

  /** In the place of what the test before had published. */
  async function publishInstead(change: (input: SettlementInput) => SettlementInput): Promise<void> {
    if (publishedId) await undoImport(operation.id, collectivity.users.officer.actor, publishedId);
    publishedId = await publishFrom(operation, change);
  }

  test("nothing published is nothing to compare", async () => {
    expect(await compareTestPeriod(operation, PERIOD.from)).toMatchObject({ state: "none", figures: [] });
  });

  test("the operator's own split differs nowhere", async () => {
    await publishFrom(operation, (input) => input);
    expect(await compareTestPeriod(operation, PERIOD.from)).toMatchObject({
      state: "done",
      isOutdated: false,
      explanation: null,
      summary: { figures: 24, differingFigures: 0, incompletePoints: 0 },
    });
  });

  test("one value measured otherwise is found and named", async () => {
    const point = { meteringPointId: idOf(operation, "Médiathèque"), role: "consumer" } as const;
    const noonMs = Date.parse("2026-03-24T11:00:00Z");
    await publishInstead((input) => ({
      ...input,
      consumers: input.consumers.map((each) => {
        if (each.meteringPointId !== point.meteringPointId) return each;
        const energyWh = each.curve.energyWh.slice();
        energyWh[(noonMs - AXIS.startMs) / 1_800_000] = 40;
        return { ...each, curve: { ...each.curve, energyWh } };
      }),
    }));
    const { explanation, summary } = await compareTestPeriod(operation, PERIOD.from);
    expect(summary.firstMs).toBe(noonMs);
    expect(explanation).toMatchObject({
      isComplete: true,
      claims: [
        { kind: "measure_corrected", points: [{ ...point, steps: 1, first: { startMs: noonMs, theirsWh: 40 } }] },
      ],
    });
    expect(explanation?.sentences[0]).toContain("une autre valeur mesurée pour « Médiathèque »");
  });

  test("a consumer left out is found and named", async () => {
    const point = { meteringPointId: idOf(operation, "Cantine scolaire"), role: "consumer" } as const;
    const days = { from: civilDate("2026-03-26"), toExclusive: PERIOD.toExclusive };
    await publishInstead((input) => supposeAbsence(point, days).changeInput?.(input) ?? input);
    const { explanation } = await compareTestPeriod(operation, PERIOD.from);
    expect(explanation).toMatchObject({ isComplete: true, claims: [{ kind: "point_absent", ...point, days }] });
    expect(explanation?.sentences).toEqual([
      expect.stringMatching(
        /^Le gestionnaire ne compte plus « Cantine scolaire » \(PRM \d{14}\) depuis le 26\/03\/2026/,
      ),
    ]);
  });

  test("an hour shifted since the clock change is found and named", async () => {
    const point = { meteringPointId: idOf(operation, "École élémentaire"), role: "consumer" } as const;
    const stretch = { fromMs: CLOCK_CHANGE_MS, toMs: END_MS };
    await publishInstead((input) => supposeShiftedMeasure(point, -1, stretch).changeInput?.(input) ?? input);
    const { explanation } = await compareTestPeriod(operation, PERIOD.from);
    expect(explanation).toMatchObject({ isComplete: true, claims: [{ kind: "measure_shifted", ...point, hours: -1 }] });
    expect(explanation?.sentences[0]).toContain("avec une heure d’avance du 29/03/2026");
  });

  test("what is taken back leaves the figures before it, and a comparison that says so", async () => {
    if (publishedId) await undoImport(operation.id, collectivity.users.officer.actor, publishedId);
    publishedId = null;
    expect(await compareTestPeriod(operation, PERIOD.from)).toMatchObject({
      explanation: null,
      summary: { differingFigures: 0 },
    });
  });
});
