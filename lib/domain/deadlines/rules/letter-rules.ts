import type { DeadlineRule } from "@/lib/domain/deadlines/deadline-rule";

/** Letters of the DSO that ask for something to be done, without a day of their own. */
export const LETTER_RULES = [
  // Anchor: received.
  { id: "letter", family: "convention", articles: [], actor: "organiser", span: null, nature: "duty" },
] as const satisfies readonly DeadlineRule[];
