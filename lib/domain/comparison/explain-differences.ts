import { settle } from "@/lib/domain/settlement/settle";
import type { SettlementInput } from "@/lib/domain/settlement/settlement";
import { compareResults } from "./compare-results";
import type { ComparedFigure } from "./compared-figure";
import type { Standing } from "./hypotheses/clues";
import { findClues } from "./hypotheses/find-clues";
import type { Hypothesis, HypothesisClaim } from "./hypotheses/hypothesis";
import { type KnownKey, listKeyHypotheses } from "./hypotheses/list-key-hypotheses";
import { listMeasureHypotheses } from "./hypotheses/list-measure-hypotheses";
import { listPerimeterHypotheses } from "./hypotheses/list-perimeter-hypotheses";
import { listPublicationHypotheses } from "./hypotheses/list-publication-hypotheses";
import type { SettledResults } from "./settled-results";

/** What was supposed, and how much of the differences it explains. */
export type Explanation = {
  /** Together; none when nothing that was tried explains a notable part. */
  readonly claims: readonly HypothesisClaim[];
  /** Part of what is apart by more than the tolerance, 0 to 1. */
  readonly explainedRatio: number;
  /** Whether every figure is then within its tolerance. */
  readonly isComplete: boolean;
};

/** After each hypothesis that was tried. */
export type ExplanationProgress = { readonly tried: number; readonly best: Explanation };

export type ExplanationQuestion = Standing & {
  /** Whether `results` were settled from `input`; else the input is newer, which may be the reason itself. */
  readonly isInputOfRun: boolean;
  /** Versions of the key that were sent, the latest first. */
  readonly keys: readonly KnownKey[];
};

/** Two accidents at once happen; three are a guess. */
const MAX_ROUNDS = 2;

/** Below this part a supposition explains nothing worth saying, and is no ground for a second one. */
const MIN_RATIO = 0.2;

/**
 * Looks for the reason of differences by settling again under hypotheses, the plausible ones first.
 *
 * The first one after which every figure is within its tolerance is the answer; else the one that explains most, and
 * what is left of the differences is looked at once more on top of it. A hypothesis after which fewer values can be
 * compared explains nothing.
 *
 * @yields After each try, so that a caller may show how far it is, let others work, or stop: the best so far is then
 *   the answer.
 */
export function* explainDifferences(question: ExplanationQuestion): Generator<ExplanationProgress, Explanation> {
  const { figures, theirs } = question;
  const atFirst = scoreOf(figures);
  let best: Explanation = { claims: [], explainedRatio: 0, isComplete: false };
  let base: Base = { ...question, changes: [], claims: [] };
  let tried = 0;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    let next: Base | null = null;
    for (const hypothesis of listHypotheses(base, question, round)) {
      const outcome = tryHypothesis(hypothesis, base, theirs);
      tried += 1;
      const explanation = explain(outcome, atFirst);
      if (explanation && isBetter(explanation, best)) [best, next] = [explanation, outcome];
      yield { tried, best };
      if (best.isComplete) return best;
    }
    if (!next) break;
    base = next;
  }
  return best;
}

type Base = Standing & {
  /** What was written otherwise of each result. */
  readonly changes: readonly NonNullable<Hypothesis["changeResults"]>[];
  readonly claims: readonly HypothesisClaim[];
};

const RECOMPUTED: Hypothesis = { claim: { kind: "recomputed" }, changeInput: (input) => input, changeResults: null };

function* listHypotheses(base: Base, question: ExplanationQuestion, round: number): Generator<Hypothesis> {
  const clues = findClues(base);
  if (round === 0 && !question.isInputOfRun) yield RECOMPUTED;
  yield* listKeyHypotheses(base, clues, question.keys);
  yield* listPerimeterHypotheses(base, clues);
  yield* listMeasureHypotheses(base, clues);
  yield* listPublicationHypotheses(base, clues);
}

function tryHypothesis({ claim, changeInput, changeResults }: Hypothesis, base: Base, theirs: Base["theirs"]): Base {
  const input = changeInput ? changeInput(base.input) : base.input;
  const changes = changeResults ? [...base.changes, changeResults] : base.changes;
  const results = changeInput
    ? applyAll(settle(input), changes)
    : applyAll(base.results, changeResults ? [changeResults] : []);
  const figures = compareResults(results, theirs, periodOf(input));
  return { input, results, theirs, figures, changes, claims: [...base.claims, claim] };
}

const periodOf = ({ period }: SettlementInput) => period;

const applyAll = (results: SettledResults, changes: Base["changes"]): SettledResults =>
  changes.reduce((changed, change) => change(changed), results);

type Score = { readonly excessWh: number; readonly compared: number };

function scoreOf(figures: readonly ComparedFigure[]): Score {
  let [excessWh, compared] = [0, 0];
  for (const figure of figures) {
    excessWh += figure.excessWh;
    compared += figure.steps ? figure.steps.comparedSteps : figure.oursWh === null ? 0 : 1;
  }
  return { excessWh, compared };
}

function explain({ figures, claims }: Base, atFirst: Score): Explanation | null {
  const { excessWh, compared } = scoreOf(figures);
  if (compared < atFirst.compared) return null;
  const explainedRatio = atFirst.excessWh === 0 ? 0 : 1 - excessWh / atFirst.excessWh;
  return { claims, explainedRatio, isComplete: figures.every(({ isDifferent }) => !isDifferent) };
}

// More claims must explain notably more: two reasons always explain a little more than one.
function isBetter(found: Explanation, best: Explanation): boolean {
  if (found.isComplete) return true;
  const gain = found.explainedRatio - best.explainedRatio;
  return found.explainedRatio >= MIN_RATIO && gain > (found.claims.length > best.claims.length ? 0.1 : 1e-9);
}
