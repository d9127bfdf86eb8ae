import type { DeadlineRule } from "@/lib/domain/deadlines/deadline-rule";

/**
 * Entries and exits.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 3.2.1 and 3.2.2.1.
 */
export const PERIMETER_RULES = [
  // Anchor: wanted day of effect.
  {
    id: "perimeter-request",
    family: "perimeter",
    articles: ["3.2.1"],
    actor: "organiser",
    span: { unit: "working_days", count: -15 },
    nature: "duty",
  },
  // Anchor: the request was sent, or sent again after an anomaly.
  {
    id: "perimeter-answer",
    family: "perimeter",
    articles: ["3.2.1"],
    actor: "dso",
    span: { unit: "working_days", count: 5 },
    nature: "duty",
  },
  // Anchor: the day an accepted request takes effect by itself; a row only while it could not.
  {
    id: "request-effect",
    family: "perimeter",
    articles: ["3.2.1", "4.2", "4.3"],
    actor: "organiser",
    span: { unit: "calendar_days", count: 0 },
    nature: "duty",
  },
  // Anchor: a participant's contract ends, as the exit the registry holds says, then as the DSO's letter does.
  {
    id: "exit-by-termination",
    family: "perimeter",
    articles: ["3.2.2.1"],
    actor: "dso",
    span: { unit: "working_days", count: 5 },
    nature: "duty",
  },
] as const satisfies readonly DeadlineRule[];
