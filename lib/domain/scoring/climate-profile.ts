import type { AnswerValue } from "./rules/rule-expression";

/** What personalisation knows of a collectivity. */
export type ClimateProfile = {
  /** Null: not said. */
  readonly kind: "commune" | "intercommunal" | "syndicate" | null;
  /** Inhabitants; null: not said. */
  readonly population: number | null;
  readonly isOverseas: boolean;
  /** By id of the question; what was not answered is absent. */
  readonly answers: ReadonlyMap<string, AnswerValue>;
};

/** What a collectivity says anew; null takes an answer back, a question that is absent keeps its own. */
export type ClimateProfileChange = Omit<ClimateProfile, "answers"> & {
  readonly answers: ReadonlyMap<string, AnswerValue | null>;
};
