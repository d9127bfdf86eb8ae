import { beforeAll, expect, test } from "vitest";
import { seededUniform } from "@/lib/domain/profiles/seeded-uniform";
import { civilDate } from "@/lib/domain/time/civil-date";
import { writeEnergyFile } from "@/lib/formats/annex-6/write-energy-file";
import { buildRunFile } from "@/lib/services/outputs/build-run-file";
import { compareTestPeriod } from "../../support/compare-test-period";
import { createTestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { importTestCurves, importTestFiles } from "../../support/import-test-files";
import { settleTestPeriod } from "../../support/settle-test-period";

const MARCH = { from: civilDate("2026-03-01"), toExclusive: civilDate("2026-04-01") };
const DAYS = ["2026-03-01", "2026-03-31"] as const;

let operation: TestOperation;

/** Two roofs and three sites; thirds of the production, so that nothing shared is a whole number of watts. */
beforeAll(async () => {
  operation = await createTestOperation(await createTestCollectivity(), {
    perimeter: {
      Toiture: ["producer"],
      Halle: ["producer"],
      Mairie: ["consumer"],
      École: ["consumer"],
      Stade: ["consumer"],
    },
    key: { Mairie: 333_333, École: 333_333, Stade: 333_334 },
  });
  const curve = (point: string, seed: number, peakWh: number) => ({
    point,
    days: DAYS,
    energyWh: (step: number) => Math.round(seededUniform(seed, step, 1) * peakWh),
  });
  await importTestCurves(operation, [
    curve("Toiture", 1, 4_000),
    curve("Halle", 2, 3_000),
    curve("Mairie", 3, 2_000),
    curve("École", 4, 3_000),
    curve("Stade", 5, 1_000),
  ]);
  expect((await settleTestPeriod(operation, MARCH.from)).status).toBe("settled");
}, 60_000);

test("all that annexe 6 says of a run comes back, curves, energies, details and summary, and differs nowhere", async () => {
  const { run } = await compareTestPeriod(operation, MARCH.from);
  const archive = await buildRunFile(operation, run.id, "annex-6");
  const chunks: Uint8Array[] = [];
  if (archive && !(archive.content instanceof Uint8Array))
    for await (const chunk of archive.content) chunks.push(chunk);
  const imported = await importTestFiles(operation, [{ name: "annexe-6.zip", bytes: Buffer.concat(chunks) }]);
  expect(imported.status).toBe("done");

  const { figures, summary, explanation } = await compareTestPeriod(operation, MARCH.from);
  expect(figures.filter(({ isDifferent }) => isDifferent)).toEqual([]);
  expect({ summary, explanation }).toMatchObject({ summary: { incompletePoints: 0 }, explanation: null });
  const counts = new Map<string, number>();
  for (const { source } of figures) counts.set(source, (counts.get(source) ?? 0) + 1);
  // 5 metering points × 2 curves, 6 pairs; energies and summary of each quantity, of the operation and of each point.
  expect(counts.get("curve")).toBe(10);
  expect(counts.get("detail")).toBe(6);
  expect(counts.get("summary")).toBe(4 + 5 * 3);
  expect(counts.get("energy_file")).toBeGreaterThanOrEqual(5 * 3);
});

test("an energy alone that is another differs, and curves that agree give no reason for it", async () => {
  const { prm, id } = operation.point("Mairie");
  const before = (await compareTestPeriod(operation, MARCH.from)).figures.find(
    ({ source, meteringPointId, quantity }) =>
      source === "energy_file" && meteringPointId === id && quantity === "self_consumed",
  );
  const file = writeEnergyFile({
    identifier: prm,
    quantity: "self_consumed",
    period: MARCH,
    rows: [{ label: "Non renseigné", energyWh: (before?.theirsWh ?? 0) + 1_000 }],
  });
  const bytes = new TextEncoder().encode(file.text);
  expect((await importTestFiles(operation, [{ name: file.name, bytes }])).status).toBe("done");
  const { figures, summary, explanation } = await compareTestPeriod(operation, MARCH.from);
  const found = figures.filter(({ isDifferent }) => isDifferent);
  expect(summary).toMatchObject({ differingPoints: 1, firstMs: null });
  expect(found.map(({ source, name, quantity }) => [source, name, quantity])).toEqual([
    ["energy_file", "Mairie", "self_consumed"],
  ]);
  expect(found[0]?.differenceWh).toBeCloseTo(1_000, -2);
  expect(explanation).toMatchObject({ claims: [], isComplete: false });
});
