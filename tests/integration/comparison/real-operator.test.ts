import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { changeCurve } from "@/lib/domain/comparison/hypotheses/change-curve";
import { shiftHour } from "@/lib/domain/comparison/hypotheses/shift-hour";
import { supposeAbsence } from "@/lib/domain/comparison/hypotheses/suppose-absence";
import { supposeShiftedMeasure } from "@/lib/domain/comparison/hypotheses/suppose-shifted-measure";
import { listResultCurves } from "@/lib/domain/comparison/list-result-curves";
import { settle } from "@/lib/domain/settlement/settle";
import type { SettlementInput } from "@/lib/domain/settlement/settlement";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import { undoImport } from "@/lib/services/measures/undo-import";
import { readSettlementInput } from "@/lib/services/read-settlement-input";
import { compareTestPeriod } from "../../support/compare-test-period";
import { createTestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { importTestFiles } from "../../support/import-test-files";
import { writeOperatorFiles } from "../../support/operator-files";
import { settleTestPeriod } from "../../support/settle-test-period";

const folder = path.resolve(import.meta.dirname, "../../../../shared/data/curves/community-at-eeg-2023-08");
const MONTH = { from: civilDate("2023-08-01"), toExclusive: civilDate("2023-09-01") };
const AXIS = parisPeriodAxis(MONTH.from, MONTH.toExclusive, 15);
const QUARTER_MS = 900_000;
const NOON_MS = Date.parse("2023-08-11T10:00:00Z");
const FROM_MS = Date.parse("2023-08-20T22:00:00Z");
const END_MS = AXIS.startMs + AXIS.length * QUARTER_MS;

type Columns = ReadonlyMap<string, Float64Array>;

/** The columns of a file of kWh per quarter of an hour, in Wh, by name. */
function readColumns(name: string): Columns {
  const [header = "", ...lines] = readFileSync(path.join(folder, name), "utf8").trim().split(/\r?\n/);
  const rows = lines.map((line) => line.split(",").slice(2));
  const names = header.split(",").slice(2);
  return new Map(
    names.map((column, index) => [column, Float64Array.from(rows, (cells) => Number(cells[index]) * 1000)]),
  );
}

const minus = (whole: Columns, part: Columns): Columns =>
  new Map([...whole].map(([name, wh]) => [name, wh.map((each, t) => Math.max(0, each - (part.get(name)?.[t] ?? 0)))]));

// Without the folder these tests are skipped, and their name says what is missing.
describe.skipIf(!existsSync(folder))(
  `a real operator's month beside ours (needs ${path.basename(folder)} beside the checkout)`,
  () => {
    let operation: TestOperation;
    let publishedId: string | null = null;
    /** Self-consumed, complement, self-produced and surplus, as the operator computed them. */
    let official: Readonly<Record<"self_consumed" | "complement" | "self_produced" | "surplus", Columns>>;

    beforeAll(async () => {
      const [withdrawal, injection] = [readColumns("consumption_15min.csv"), readColumns("production_15min.csv")];
      const [selfConsumed, surplus] = [readColumns("dso_final_15min.csv"), readColumns("dso_surplus_15min.csv")];
      official = {
        self_consumed: selfConsumed,
        complement: minus(withdrawal, selfConsumed),
        self_produced: minus(injection, surplus),
        surplus,
      };
      operation = await createTestOperation(await createTestCollectivity(), {
        startDay: MONTH.from,
        stepMinutes: 15,
        key: "default",
        perimeter: Object.fromEntries([
          ...[...withdrawal.keys()].map((name) => [name, ["consumer"] as const] as const),
          ...[...injection.keys()].map((name) => [name, ["producer"] as const] as const),
        ]),
      });
      const measured = [
        ...[...withdrawal].map(([name, energyWh]) => ({ name, quantity: "withdrawal" as const, energyWh })),
        ...[...injection].map(([name, energyWh]) => ({ name, quantity: "injection" as const, energyWh })),
      ].map(({ name, ...curve }) => ({ ...curve, prm: operation.point(name).prm }));
      expect((await importTestFiles(operation, writeOperatorFiles(AXIS, measured, "exact"))).status).toBe("done");
      expect((await settleTestPeriod(operation, MONTH.from)).status).toBe("settled");
    }, 60_000);

    /** Imports what the operator says, in whole watts, in the place of what was imported before. */
    async function publish(published: typeof official) {
      if (publishedId) await undoImport(operation.id, operation.collectivity.users.officer.actor, publishedId);
      const curves = Object.entries(published).flatMap(([quantity, columns]) =>
        [...columns].map(([name, energyWh]) => ({
          quantity: quantity as keyof typeof official,
          energyWh,
          prm: operation.point(name).prm,
        })),
      );
      const imported = await importTestFiles(operation, writeOperatorFiles(AXIS, curves));
      expect(imported.status).toBe("done");
      publishedId = imported.id;
      return compareTestPeriod(operation, MONTH.from);
    }

    /** What the operator would say, had it settled from another input. */
    async function resettle(change: (input: SettlementInput) => SettlementInput): Promise<typeof official> {
      const nameOf = new Map(operation.points.map(({ id, name }) => [id, name]));
      const results = listResultCurves(settle(change(await readSettlementInput(operation.id, MONTH, 15))));
      const columns = (wanted: string): Columns =>
        new Map(
          results.flatMap(({ meteringPointId, quantity, energyWh }) =>
            quantity === wanted ? [[nameOf.get(meteringPointId) ?? "", energyWh] as const] : [],
          ),
        );
      return {
        self_consumed: columns("self_consumed"),
        complement: columns("complement"),
        self_produced: columns("self_produced"),
        surplus: columns("surplus"),
      };
    }

    const point = (name: string) => ({ meteringPointId: operation.point(name).id, role: "consumer" as const });

    test("18 curves of 2 976 quarters of an hour: no difference above 1 W", async () => {
      const { summary, figures, explanation } = await publish(official);
      expect(summary).toMatchObject({ figures: 18, differingFigures: 0, incompletePoints: 0 });
      expect(figures.every(({ steps }) => steps?.comparedSteps === AXIS.length)).toBe(true);
      expect(explanation).toBeNull();
    });

    test("a copy in which one published value is another is found and named", async () => {
      const altered = official.self_consumed.get("C04")?.slice() ?? new Float64Array();
      altered[(NOON_MS - AXIS.startMs) / QUARTER_MS] = 777;
      const copy = { ...official, self_consumed: new Map([...official.self_consumed, ["C04", altered]]) };
      const { summary, explanation } = await publish(copy);
      expect(summary).toMatchObject({ differingFigures: 1, differingPoints: 1, firstMs: NOON_MS });
      expect(explanation).toMatchObject({
        isComplete: true,
        claims: [{ kind: "isolated_values", ...point("C04"), values: [{ startMs: NOON_MS, theirsWh: 777 }] }],
      });
    });

    test("a copy settled with one other measure is found and named", async () => {
      const change = (input: SettlementInput) =>
        changeCurve(input, point("C04"), (energyWh) => {
          const changed = energyWh.slice();
          changed[(NOON_MS - AXIS.startMs) / QUARTER_MS] = 500;
          return changed;
        });
      const { explanation } = await publish(await resettle(change));
      expect(explanation).toMatchObject({
        isComplete: true,
        claims: [{ kind: "measure_corrected", points: [{ ...point("C04"), steps: 1, first: { startMs: NOON_MS } }] }],
      });
    });

    test("a copy without one consumer is found and named", async () => {
      const copy = await resettle((input) => supposeAbsence(point("C02"), MONTH).changeInput?.(input) ?? input);
      const { explanation } = await publish(copy);
      expect(explanation).toMatchObject({
        isComplete: true,
        claims: [{ kind: "point_absent", ...point("C02"), days: MONTH }],
      });
    });

    test("a copy in which one consumer's column is empty is found and named", async () => {
      const none = new Float64Array(AXIS.length);
      const copy = { ...official, self_consumed: new Map([...official.self_consumed, ["C02", none]]) };
      const { explanation } = await publish(copy);
      expect(explanation).toMatchObject({
        isComplete: true,
        claims: [{ kind: "published_empty", ...point("C02"), quantity: "self_consumed" }],
      });
    });

    test("a copy settled with an hour's shift is found and named", async () => {
      const stretch = { fromMs: FROM_MS, toMs: END_MS };
      const change = (input: SettlementInput) =>
        supposeShiftedMeasure(point("C04"), 1, stretch).changeInput?.(input) ?? input;
      const { explanation } = await publish(await resettle(change));
      expect(explanation).toMatchObject({
        isComplete: true,
        claims: [{ kind: "measure_shifted", ...point("C04"), hours: 1 }],
      });
    });

    test("a copy in which one column is written an hour late is found and named", async () => {
      const late = shiftHour(official.self_consumed.get("C04") ?? new Float64Array(), AXIS, 1, {
        fromMs: FROM_MS,
        toMs: END_MS,
      });
      const copy = { ...official, self_consumed: new Map([...official.self_consumed, ["C04", late]]) };
      const { explanation } = await publish(copy);
      expect(explanation).toMatchObject({
        isComplete: true,
        claims: [{ kind: "published_shifted", point: { ...point("C04"), quantity: "self_consumed" }, hours: 1 }],
      });
    });
  },
);
