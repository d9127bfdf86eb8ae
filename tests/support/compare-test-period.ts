import { findSettlementRun } from "@/lib/data/settlement-runs";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { compareOutdatedRuns } from "@/lib/services/comparison/compare-outdated-runs";
import { type Comparison, readComparison } from "@/lib/services/comparison/read-comparison";
import type { TestOperation } from "./create-test-operation";

/** Compares what is to be compared, as the worker does, and reads the comparison of a period's latest run. */
export async function compareTestPeriod(operation: TestOperation, from: CivilDate): Promise<Comparison> {
  await compareOutdatedRuns(operation.id, () => () => false);
  const run = await findSettlementRun(operation.id, from);
  const comparison = run && (await readComparison(operation.id, run.id));
  if (!comparison) throw new Error("the period is not settled");
  return comparison;
}
