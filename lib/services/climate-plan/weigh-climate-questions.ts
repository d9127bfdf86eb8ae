import "server-only";
import type { PersonalisationQuestion } from "@/lib/domain/scoring/personalisation";
import { type WeighedQuestion, weighAnswers } from "@/lib/domain/scoring/weigh-answers";
import type { ClimatePlan } from "./read-climate-plan";

/** A question, with what each of its answers would make of the measures. */
export type WeighedClimateQuestion = PersonalisationQuestion & WeighedQuestion;

/** The questions that matter to a plan, each with what its answers would change. */
export function weighClimateQuestions(plan: ClimatePlan): readonly WeighedClimateQuestion[] {
  const { tree, rules, questions } = plan;
  return questions.map((question) => ({ ...question, ...weighAnswers(tree, rules, question, plan) }));
}
