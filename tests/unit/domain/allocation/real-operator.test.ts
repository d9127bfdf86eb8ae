import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { allocate } from "@/lib/domain/allocation/allocate";

const folder = path.resolve(import.meta.dirname, "../../../../../shared/data/curves/community-at-eeg-2023-08");
const STEPS = 2_976;
const TOLERANCE_KWH = 1e-6;

/** The columns of a file of kWh per quarter of an hour, in Wh. */
function readColumns(name: string): Float64Array[] {
  const [header = "", ...lines] = readFileSync(path.join(folder, name), "utf8").trim().split(/\r?\n/);
  const rows = lines.map((line) => line.split(",").slice(2));
  return header
    .split(",")
    .slice(2)
    .map((_, column) =>
      Float64Array.from(rows, (cells) => {
        const cell = cells[column];
        return cell ? Number(cell) * 1000 : Number.NaN;
      }),
    );
}

function agreeingSteps(found: readonly Float64Array[], expected: readonly Float64Array[]): number {
  const steps = Array.from({ length: STEPS }, (_, t) => t);
  return steps.filter((t) =>
    found.every((wh, n) => Math.abs((wh[t] as number) - (expected[n]?.[t] as number)) <= TOLERANCE_KWH * 1000),
  ).length;
}

// Without the folder this is the one test that is skipped, and its name says what is missing.
test.skipIf(!existsSync(folder))(`a real operator's month (needs ${path.basename(folder)} beside the checkout)`, () => {
  const axis = { startMs: Date.parse("2023-07-31T22:00:00Z"), stepMinutes: 15, length: STEPS };
  const series = (name: string) => readColumns(name).map((energyWh) => ({ axis, energyWh }));
  const { consumers, producers } = allocate({
    axis,
    production: series("production_15min.csv"),
    withdrawal: series("consumption_15min.csv"),
    coefficients: { kind: "default" },
  });
  expect([consumers.length, producers.length]).toEqual([5, 4]);
  const agreement = [
    [consumers.map(({ allocatedWh }) => allocatedWh), "dso_share_15min.csv"],
    [consumers.map(({ selfConsumedWh }) => selfConsumedWh), "dso_final_15min.csv"],
    [producers.map(({ surplusWh }) => surplusWh), "dso_surplus_15min.csv"],
  ] as const;
  for (const [found, name] of agreement) expect([name, agreeingSteps(found, readColumns(name))]).toEqual([name, STEPS]);
});
