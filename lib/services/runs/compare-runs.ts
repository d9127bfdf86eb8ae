import "server-only";
import { isDeepStrictEqual } from "node:util";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { findSettlementRun } from "@/lib/data/settlement-runs";
import { compareRunFigures } from "@/lib/domain/settlement/compare-run-figures";
import { compareRunInputs } from "@/lib/domain/settlement/compare-run-inputs";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { readStoredRun } from "./read-stored-run";
import type { ComparedRun, RunComparison } from "./run-comparison";

/**
 * Two versions of a period, compared value for value.
 *
 * @returns Null when the period has not both.
 */
export async function compareRuns(
  operationId: AuthorizedOperationId,
  periodFrom: CivilDate,
  [first, second]: readonly [was: number, is: number],
): Promise<RunComparison | null> {
  const [was, is] = await Promise.all([
    findSettlementRun(operationId, periodFrom, first),
    findSettlementRun(operationId, periodFrom, second),
  ]);
  if (!was || !is) return null;
  return compareComputations(operationId, await readStoredRun(operationId, was), await readStoredRun(operationId, is));
}

/** What differs between two computations of one period. */
export async function compareComputations(
  operationId: AuthorizedOperationId,
  was: ComparedRun,
  is: ComparedRun,
): Promise<RunComparison> {
  const points = await listMeteringPoints(operationId);
  return {
    figures: compareRunFigures(was.figures, is.figures),
    engine: was.engineVersion === is.engineVersion ? null : { was: was.engineVersion, is: is.engineVersion },
    isRuleSame: isDeepStrictEqual(was.rules, is.rules),
    inputs: was.inputs && is.inputs && compareRunInputs(was.inputs, is.inputs),
    names: new Map(points.map(({ id, prm, name }) => [id, { prm, name }])),
  };
}
