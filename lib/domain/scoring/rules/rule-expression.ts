/** What an answer may be: yes or no, a share from 0 to 1, or the id of a choice. */
export type AnswerValue = boolean | number | string;

export type ArithmeticOperator = "+" | "-" | "*" | "/";
export type ComparisonOperator = "<" | "<=" | ">" | ">=" | "=" | "!=";

/** A rule once read, see {@link parseRule}. Ids are those of the referential: questions, choices, fields, nodes. */
export type RuleExpression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "boolean"; readonly value: boolean }
  /** `reponse(question)`: what was answered. */
  | { readonly kind: "answer"; readonly question: string }
  /** `reponse(question, value)`: whether that was answered; never so while nothing is. */
  | { readonly kind: "answered"; readonly question: string; readonly value: AnswerValue }
  /** `identite(field, value)`: what the collectivity is. */
  | { readonly kind: "identity"; readonly field: string; readonly value: string }
  /** `score(id)`: which part of another node is done, from 0 to 1. */
  | { readonly kind: "score"; readonly node: string }
  | { readonly kind: "extreme"; readonly name: "min" | "max"; readonly operands: readonly RuleExpression[] }
  | { readonly kind: "arithmetic"; readonly operator: ArithmeticOperator; readonly operands: Pair }
  | { readonly kind: "comparison"; readonly operator: ComparisonOperator; readonly operands: Pair }
  | { readonly kind: "and" | "or"; readonly operands: readonly RuleExpression[] }
  | {
      readonly kind: "if";
      readonly condition: RuleExpression;
      readonly then: RuleExpression;
      /** Null: without `sinon`, the rule has no effect. */
      readonly otherwise: RuleExpression | null;
    };

type Pair = readonly [RuleExpression, RuleExpression];
