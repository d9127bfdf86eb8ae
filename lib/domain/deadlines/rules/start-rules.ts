import type { DeadlineRule } from "@/lib/domain/deadlines/deadline-rule";

/**
 * The start of an operation.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 3.1 and 8.2.
 */
export const START_RULES = [
  // Anchor: the convention is signed by both.
  {
    id: "start-notice",
    family: "start",
    articles: ["3.1", "8.2"],
    actor: "dso",
    span: { unit: "working_days", count: 5 },
    nature: "duty",
  },
  // Anchor: the DSO gives the start date, which leaves that much to the balance responsible parties.
  {
    id: "start-delay",
    family: "start",
    articles: ["3.1"],
    actor: "dso",
    span: { unit: "working_days", count: 15 },
    nature: "effect",
  },
] as const satisfies readonly DeadlineRule[];
