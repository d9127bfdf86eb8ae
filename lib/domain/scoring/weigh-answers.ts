import type { ActionStatus } from "./action-status";
import type { ClimateProfile } from "./climate-profile";
import type { Consequence } from "./consequence";
import { factsOfProfile } from "./facts-of-profile";
import type { PersonalisationQuestion, PersonalisationRule } from "./personalisation";
import { personalise } from "./personalise";
import { listRuleReferences } from "./rules/list-rule-references";
import type { AnswerValue } from "./rules/rule-expression";
import { scoreTree } from "./score-tree";
import type { ScoringTree } from "./scoring-tree";

/** What a measure could earn under each answer to a question, all other answers staying. */
export type WeighedMeasure = {
  readonly id: string;
  /** Without an answer to the question. [points] */
  readonly unansweredPoints: number;
  /** In the order of the answers. [points] */
  readonly potentialPoints: readonly number[];
};

/** The answers a question is weighed under; of a share, none, half and all. */
export type WeighedQuestion = {
  readonly answers: readonly AnswerValue[];
  /** Measures whose potential depends on it now, in the order of the referential. */
  readonly measures: readonly WeighedMeasure[];
};

/** Less than what a screen shows. [points] */
const VISIBLE = 0.05;

/**
 * What each answer to a question would make of the measures its rules touch, whatever else was answered staying as it is.
 * A measure that no answer moves is left out.
 */
export function weighAnswers(
  tree: ScoringTree,
  rules: readonly PersonalisationRule[],
  question: PersonalisationQuestion,
  { profile, statuses }: { readonly profile: ClimateProfile; readonly statuses: ReadonlyMap<string, ActionStatus> },
): WeighedQuestion {
  const answers = answersOf(question);
  const touched = listTouchedMeasures(tree, rules, question.id);
  const weigh = (answer: AnswerValue | null) => {
    const others = [...profile.answers].filter(([id]) => id !== question.id);
    const said = new Map(answer === null ? others : [...others, [question.id, answer] as const]);
    const explained = personalise(rules, factsOfProfile({ ...profile, answers: said }));
    const consequences = new Map<string, Consequence>([...explained].map(([id, { consequence }]) => [id, consequence]));
    const { potentialPoints } = scoreTree(tree, { statuses, consequences, redistribute: true });
    return touched.map((index) => potentialPoints[index] as number);
  };
  const unanswered = weigh(null);
  const weighed = answers.map(weigh);
  const measures = touched.map((index, place) => ({
    id: tree.ids[index] as string,
    unansweredPoints: unanswered[place] as number,
    potentialPoints: weighed.map((points) => points[place] as number),
  }));
  const isMoved = ({ unansweredPoints, potentialPoints }: WeighedMeasure) =>
    potentialPoints.some((points) => Math.abs(points - unansweredPoints) >= VISIBLE);
  return { answers, measures: measures.filter(isMoved) };
}

function answersOf(question: PersonalisationQuestion): readonly AnswerValue[] {
  if ("choices" in question) return question.choices.map(({ id }) => id);
  return question.type === "binary" ? [true, false] : [0, 0.5, 1];
}

function listTouchedMeasures(
  { depths, parents, indexById, measureDepth }: ScoringTree,
  rules: readonly PersonalisationRule[],
  question: string,
): readonly number[] {
  const touched = new Set<number>();
  for (const { node, rule } of rules) {
    let index = indexById.get(node);
    if (index === undefined || !listRuleReferences(rule).questions.has(question)) continue;
    while ((depths[index] as number) > measureDepth) index = parents[index] as number;
    touched.add(index);
  }
  return [...touched].sort((a, b) => a - b);
}
