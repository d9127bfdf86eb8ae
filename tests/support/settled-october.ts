import { seededUniform } from "@/lib/domain/profiles/seeded-uniform";
import type { FoundRun } from "@/lib/services/runs/find-run";
import type { TestCollectivity } from "./create-test-collectivity";
import { createTestOperation, type TestOperation } from "./create-test-operation";
import { OCTOBER, TWO_ROOFS } from "./dynamic-operation";
import { importTestCurves } from "./import-test-files";
import { readSettledRun } from "./settle-test-period";

/** October 2025, with its 25-hour day and one missing value, settled by the default key: shares with many decimals. */
export async function settleOctober(
  collectivity: TestCollectivity,
): Promise<{ readonly operation: TestOperation; readonly run: FoundRun }> {
  const operation = await createTestOperation(collectivity, {
    startDay: OCTOBER.from,
    perimeter: { ...TWO_ROOFS, "=Halle; des sports": ["consumer"] },
    key: "default",
  });
  const days = ["2025-10-01", "2025-10-31"] as const;
  const curve = (point: string, seed: number, peakWh: number) => ({
    point,
    days,
    energyWh: (step: number) =>
      seed === 3 && step === 700 ? Number.NaN : Math.round(seededUniform(seed, step, 0) * peakWh) / 2,
  });
  await importTestCurves(operation, [
    curve("Toiture", 1, 9_000),
    curve("Halle", 2, 5_000),
    curve("Mairie", 3, 7_000),
    curve("École", 4, 3_000),
    curve("=Halle; des sports", 5, 8_000),
  ]);
  return { operation, run: await readSettledRun(operation, OCTOBER.from) };
}
