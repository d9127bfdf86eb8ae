import type { DeadlineRule } from "@/lib/domain/deadlines/deadline-rule";

/**
 * Keys and what is notified of them.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 4.1 to 4.4, and 5.1.1 for the announcement.
 */
export const COEFFICIENT_RULES = [
  // Anchor: wanted day of effect.
  {
    id: "kind-change",
    family: "coefficients",
    articles: ["4.2"],
    actor: "organiser",
    span: { unit: "working_days", count: -15 },
    nature: "duty",
  },
  // Anchor: the request was sent.
  {
    id: "kind-change-answer",
    family: "coefficients",
    articles: ["4.2"],
    actor: "dso",
    span: { unit: "working_days", count: 5 },
    nature: "duty",
  },
  // Anchor: wanted day of effect.
  {
    id: "static-change",
    family: "coefficients",
    articles: ["4.3"],
    actor: "organiser",
    span: { unit: "working_days", count: -15 },
    nature: "duty",
  },
  // Anchor: the request was sent.
  {
    id: "static-change-answer",
    family: "coefficients",
    articles: ["4.3"],
    actor: "dso",
    span: { unit: "working_days", count: 5 },
    nature: "duty",
  },
  // Anchor: the monthly anniversary that closes the period.
  {
    id: "dynamic-key",
    family: "coefficients",
    articles: ["4.1", "4.4"],
    actor: "organiser",
    span: { unit: "working_days", count: 4 },
    nature: "duty",
  },
  // Anchor: first day of the key, before which participants are told.
  {
    id: "announcement",
    family: "coefficients",
    articles: ["5.1.1"],
    actor: "organiser",
    span: { unit: "calendar_days", count: -1 },
    nature: "duty",
  },
] as const satisfies readonly DeadlineRule[];
