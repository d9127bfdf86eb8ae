import "server-only";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { readForSettlement } from "@/lib/data/settlement-run-writing";
import { findSettlementRunById, type SettlementRunSummary } from "@/lib/data/settlement-runs";
import { ENGINE_VERSION } from "@/lib/domain/settlement/engine-version";
import { figuresOfSettlement } from "@/lib/domain/settlement/figures-of-settlement";
import { findMissingMeasures } from "@/lib/domain/settlement/find-missing-measures";
import { settle } from "@/lib/domain/settlement/settle";
import { listMissingPoints } from "@/lib/services/list-missing-points";
import type { MissingPoint } from "@/lib/services/list-periods";
import { readSettlementInput, recordInputs } from "@/lib/services/read-settlement-input";
import { compareComputations } from "./compare-runs";
import { readStoredRun } from "./read-stored-run";
import type { RunComparison } from "./run-comparison";

/** A stored run computed again from the data as they are now. Nothing is stored. */
export type Reproduction =
  | { readonly status: "computed"; readonly run: SettlementRunSummary; readonly comparison: RunComparison }
  /** Values it used are no longer there. */
  | { readonly status: "incomplete"; readonly run: SettlementRunSummary; readonly missing: readonly MissingPoint[] }
  | { readonly status: "no_perimeter"; readonly run: SettlementRunSummary };

/**
 * Computes a stored run again, from its period's data as they are now, and compares the two bit for bit.
 *
 * @returns Null when the operation has no such run.
 */
export async function reproduceRun(operationId: AuthorizedOperationId, runId: string): Promise<Reproduction | null> {
  const run = await findSettlementRunById(operationId, runId);
  if (!run) return null;
  const input = await readForSettlement(operationId, (reading) =>
    readSettlementInput(operationId, run.period, run.stepMinutes, { reading }),
  );
  if (input.producers.length === 0 || input.consumers.length === 0) return { status: "no_perimeter", run };
  const missing = findMissingMeasures(input);
  if (missing.length > 0) {
    return { status: "incomplete", run, missing: await listMissingPoints(operationId, missing) };
  }
  const settlement = settle(input);
  const comparison = await compareComputations(operationId, await readStoredRun(operationId, run), {
    engineVersion: ENGINE_VERSION,
    rules: JSON.parse(JSON.stringify(settlement.rules)),
    inputs: recordInputs(input),
    figures: figuresOfSettlement(settlement),
  });
  return { status: "computed", run, comparison };
}
