import type { AnswerValue } from "./rule-expression";

/** What a rule is evaluated against; what is absent is not known. */
export type RuleFacts = {
  /** By id of the question. */
  readonly answers?: ReadonlyMap<string, AnswerValue>;
  /** What the collectivity is: `type`, `population`, `localisation`, each with its tags. */
  readonly identity?: ReadonlyMap<string, readonly string[]>;
  /** Which part of a node is done, from 0 to 1; null for no such node. */
  readonly scoreOf?: (node: string) => number | null;
};
