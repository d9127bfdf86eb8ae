import "server-only";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import {
  findRunInputs,
  listDefaultShareDays,
  listRunDays,
  listRunPairs,
  listRunPointDays,
  listRunPoints,
  type SettlementRunSummary,
} from "@/lib/data/settlement-runs";
import type { RunFigures } from "@/lib/domain/settlement/run-figures";
import type { ComparedRun } from "./run-comparison";

/** A stored run with everything it says and was computed from. */
export async function readStoredRun(
  operationId: AuthorizedOperationId,
  run: SettlementRunSummary,
): Promise<ComparedRun> {
  const [inputs, figures] = await Promise.all([findRunInputs(operationId, run.id), readFigures(operationId, run)]);
  return { engineVersion: run.engineVersion, rules: run.rules, inputs, figures };
}

async function readFigures(operationId: AuthorizedOperationId, run: SettlementRunSummary): Promise<RunFigures> {
  const [points, pairs, days, pointDays, shareDays] = await Promise.all([
    listRunPoints(operationId, run.id),
    listRunPairs(operationId, run.id),
    listRunDays(operationId, run.id),
    listRunPointDays(operationId, run.id, {}),
    listDefaultShareDays(operationId, run.id),
  ]);
  const sharesOf = new Map(shareDays.map(({ consumerId, day, shares }) => [`${consumerId}|${day}`, shares]));
  const { productionWh, withdrawalWh, selfConsumedWh, surplusWh, correctedSteps } = run;
  return {
    totals: { productionWh, withdrawalWh, selfConsumedWh, surplusWh, correctedSteps },
    points,
    pairs,
    days,
    pointDays: pointDays.map((row) => ({
      ...row,
      defaultShares: row.role === "consumer" ? (sharesOf.get(`${row.meteringPointId}|${row.day}`) ?? null) : null,
    })),
  };
}
