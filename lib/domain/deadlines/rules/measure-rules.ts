import type { DeadlineRule } from "@/lib/domain/deadlines/deadline-rule";

/**
 * What the DSO publishes, and what is to be looked at in it.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 5.2.2.
 */
export const MEASURE_RULES = [
  // Anchor: the monthly anniversary that closes the period; « à compter de » read as after it [I].
  {
    id: "measures",
    family: "measures",
    articles: ["5.2.2"],
    actor: "dso",
    span: { unit: "calendar_days", count: 8 },
    nature: "duty",
  },
  // Anchor: an import waits for an answer.
  { id: "import-answer", family: "measures", articles: [], actor: "organiser", span: null, nature: "duty" },
  // Anchor: a search found it.
  { id: "suspicion-review", family: "measures", articles: [], actor: "organiser", span: null, nature: "duty" },
] as const satisfies readonly DeadlineRule[];
