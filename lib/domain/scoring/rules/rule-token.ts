/** A piece of a rule. */
export type RuleToken = {
  readonly kind: "number" | "word" | "sign" | "end";
  /** As written; empty at the end. */
  readonly text: string;
  /** Of its first character, from 1. */
  readonly position: number;
};
