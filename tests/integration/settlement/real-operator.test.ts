import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import { writeLoadCurveFile } from "@/lib/formats/annex-6/write-load-curve-file";
import { readRunSeries } from "@/lib/services/runs/read-run-series";
import { createTestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation } from "../../support/create-test-operation";
import { importTestFiles } from "../../support/import-test-files";
import { readSettledRun } from "../../support/settle-test-period";

const folder = path.resolve(import.meta.dirname, "../../../../shared/data/curves/community-at-eeg-2023-08");
const START = civilDate("2023-08-01");
const AXIS = parisPeriodAxis(START, civilDate("2023-09-01"), 15);
const TOLERANCE_WH = 1e-3; // 1e-6 kWh

/** The columns of a file of kWh per quarter of an hour, in Wh, by name. */
function readColumns(name: string): ReadonlyMap<string, Float64Array> {
  const [header = "", ...lines] = readFileSync(path.join(folder, name), "utf8").trim().split(/\r?\n/);
  const rows = lines.map((line) => line.split(",").slice(2));
  const names = header.split(",").slice(2);
  return new Map(
    names.map((column, index) => [column, Float64Array.from(rows, (cells) => Number(cells[index]) * 1000)]),
  );
}

// Without the folder this is the one test that is skipped, and its name says what is missing.
test.skipIf(!existsSync(folder))(
  `a real operator's month, from files to stored run (needs ${path.basename(folder)} beside the checkout)`,
  async () => {
    const withdrawal = readColumns("consumption_15min.csv");
    const injection = readColumns("production_15min.csv");
    expect(AXIS.length).toBe(withdrawal.get("C01")?.length);
    const operation = await createTestOperation(await createTestCollectivity(), {
      startDay: START,
      stepMinutes: 15,
      key: "default",
      perimeter: Object.fromEntries([
        ...[...withdrawal.keys()].map((name) => [name, ["consumer"] as const] as const),
        ...[...injection.keys()].map((name) => [name, ["producer"] as const] as const),
      ]),
    });
    const files = [...withdrawal, ...injection].map(([name, energyWh]) => {
      const { name: fileName, text } = writeLoadCurveFile({
        identifier: operation.point(name).prm,
        quantity: name.startsWith("C") ? "withdrawal" : "injection",
        series: { axis: AXIS, energyWh },
        precision: "exact",
      });
      return { name: fileName, bytes: new TextEncoder().encode(text) };
    });
    expect((await importTestFiles(operation, files)).report.totals).toMatchObject({
      missingCount: 0,
      newDayCount: 279,
    });

    const run = await readSettledRun(operation, START);
    const stored = new Map<string, Float64Array>();
    for (const name of [...withdrawal.keys(), ...injection.keys()]) {
      const series = await readRunSeries(operation.id, run.id, { prm: operation.point(name).prm });
      const curve = series?.consumers[0]?.selfConsumedWh ?? series?.producers[0]?.surplusWh;
      if (curve) stored.set(name, curve);
    }
    for (const name of ["dso_final_15min.csv", "dso_surplus_15min.csv"]) {
      for (const [column, expected] of readColumns(name)) {
        const found = stored.get(column);
        const agreeing = expected.filter((wh, step) => Math.abs((found?.[step] ?? Number.NaN) - wh) <= TOLERANCE_WH);
        expect([name, column, agreeing.length]).toEqual([name, column, AXIS.length]);
      }
    }
  },
  30_000,
);
