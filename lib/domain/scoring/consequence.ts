import type { RuleExpression } from "./rules/rule-expression";

/** What personalisation does to one node of the referential. Absent: nothing. */
export type Consequence = {
  /** The node and all below it do not apply to this collectivity. */
  readonly deactivated?: boolean;
  /** Multiplies the reference points of the node and of all below it; 0 or more. */
  readonly potentialFactor?: number;
  /** Replaces the share of the node that is done, from the shares of others. */
  readonly scoreFormula?: RuleExpression;
};
