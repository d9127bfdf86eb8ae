import "server-only";
import { setImmediate as letOthersRun } from "node:timers/promises";
import { listKeyVersions } from "@/lib/data/coefficient-versions";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import {
  type ComparisonResult,
  type RunToCompare,
  updateComparisonProgress,
  writeComparison,
} from "@/lib/data/settlement-comparisons";
import { findSettlementRunById, type SettlementRunSummary } from "@/lib/data/settlement-runs";
import { compareResults } from "@/lib/domain/comparison/compare-results";
import { type Explanation, explainDifferences } from "@/lib/domain/comparison/explain-differences";
import type { Standing } from "@/lib/domain/comparison/hypotheses/clues";
import { fingerprint, readSettlementInput } from "@/lib/services/read-settlement-input";
import { readPublishedResults } from "./read-published-results";
import { readRunResults } from "./read-run-results";

/** Says whether the time for hypotheses is over: what was found until then is kept. */
export type IsOver = () => boolean;

const SHOWN_EVERY = 10;

/**
 * Sets a run beside what the operator published, looks for the reason of what differs, and keeps both.
 *
 * Run again it gives the same; nothing is kept before the end.
 *
 * @param stamp - Of what was published, read before it is.
 */
export async function compareRun(
  operationId: AuthorizedOperationId,
  { runId, stamp }: RunToCompare,
  isOver: IsOver,
): Promise<void> {
  const run = await findSettlementRunById(operationId, runId);
  if (!run) return;
  await updateComparisonProgress(operationId, runId, "running", 0);
  const [results, theirs] = await Promise.all([
    readRunResults(operationId, run),
    readPublishedResults(operationId, run.period, run.stepMinutes),
  ]);
  const figures = compareResults(results, theirs, run.period);
  const isDifferent = figures.some((figure) => figure.isDifferent);
  const found = isDifferent
    ? await explain(operationId, run, { results, theirs, figures }, isOver)
    : { explanation: null, tried: 0 };
  await writeComparison(operationId, { runId, stamp }, { figures, ...found });
}

async function explain(
  operationId: AuthorizedOperationId,
  run: SettlementRunSummary,
  standing: Omit<Standing, "input">,
  isOver: IsOver,
): Promise<Pick<ComparisonResult, "explanation" | "tried">> {
  const [input, keys] = await Promise.all([
    readSettlementInput(operationId, run.period, run.stepMinutes),
    listKeyVersions(operationId),
  ]);
  const search = explainDifferences({
    ...standing,
    input,
    isInputOfRun: Buffer.from(fingerprint(input)).toString("hex") === run.inputFingerprint,
    keys: keys.filter(({ progress }) => progress === "sent"),
  });
  let [explanation, tried]: [Explanation | null, number] = [null, 0];
  for (;;) {
    const step = search.next();
    if (step.done) return { explanation: step.value, tried };
    explanation = step.value.best;
    tried = step.value.tried;
    if (isOver()) return { explanation, tried };
    if (tried % SHOWN_EVERY === 0) await updateComparisonProgress(operationId, run.id, "running", tried);
    await letOthersRun();
  }
}
