import type { DeadlineRule } from "@/lib/domain/deadlines/deadline-rule";

/** What there is to settle: no text says by when. */
export const SETTLEMENT_RULES = [
  // Anchor: end of the period, which is complete.
  { id: "settle", family: "settlement", articles: [], actor: "organiser", span: null, nature: "duty" },
  // Anchor: end of the period, whose data changed since it was settled.
  { id: "settle-again", family: "settlement", articles: [], actor: "organiser", span: null, nature: "duty" },
  // Anchor: end of the period, whose result differs from what the DSO published.
  {
    id: "explain-difference",
    family: "settlement",
    articles: ["5.2.2"],
    actor: "organiser",
    span: null,
    nature: "duty",
  },
] as const satisfies readonly DeadlineRule[];
