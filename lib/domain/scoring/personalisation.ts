import type { Consequence } from "./consequence";
import type { AnswerValue, RuleExpression } from "./rules/rule-expression";

/** What a question is about. */
export const QUESTION_THEMES = [
  "energy",
  "mobility",
  "planning",
  "water",
  "waste",
  "economy",
  "territory",
  "overseas",
] as const;
export type QuestionTheme = (typeof QUESTION_THEMES)[number];

/** A question whose answer may change what actions are worth. */
export type PersonalisationQuestion = {
  readonly id: string;
  readonly theme: QuestionTheme;
  readonly wording: string;
} & (
  | { readonly type: "binary" | "proportion" }
  | { readonly type: "choice"; readonly choices: readonly { readonly id: string; readonly wording: string }[] }
);

/** A rule of the referential: what it does to one node, and when. */
export type PersonalisationRule = {
  readonly node: string;
  /** `deactivation` answers whether, `reduction` by which factor, `score` with which formula. */
  readonly kind: "deactivation" | "reduction" | "score";
  readonly rule: RuleExpression;
};

/** Why a rule said what it said: an answer, or what the collectivity is. */
export type RuleCause =
  | { readonly kind: "answer"; readonly question: string; readonly answer: AnswerValue }
  | {
      readonly kind: "identity";
      readonly field: string;
      readonly value: string;
      /** False: the rule applies because the collectivity is not that. */
      readonly holds: boolean;
    };

/** A consequence with what caused each of its parts. */
export type ExplainedConsequence = {
  readonly consequence: Consequence;
  readonly causes: { readonly [Part in keyof Consequence]?: readonly RuleCause[] };
};
