import type { DeadlineRule } from "@/lib/domain/deadlines/deadline-rule";

/**
 * Suspension and end of the convention.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 8.4.1, 8.5 and 8.6.
 */
export const ENDING_RULES = [
  // Anchor: wanted suspension; no text says how long before it is asked for.
  {
    id: "suspension-request",
    family: "convention",
    articles: ["8.6.1"],
    actor: "organiser",
    span: null,
    nature: "duty",
  },
  // Anchor: wanted end. Three months, though two are its notice: the end is never sooner after the letter.
  {
    id: "termination-notice",
    family: "convention",
    articles: ["8.5.1"],
    actor: "organiser",
    span: { unit: "months", count: -3 },
    nature: "duty",
  },
  // Anchor: `terminationEffectDay`.
  {
    id: "termination",
    family: "convention",
    articles: ["8.5.1"],
    actor: "both",
    span: { unit: "calendar_days", count: 0 },
    nature: "effect",
  },
  // Anchor: the DSO's letter is sent.
  {
    id: "breach-termination",
    family: "convention",
    articles: ["8.5.1"],
    actor: "dso",
    span: { unit: "calendar_days", count: 10 },
    nature: "effect",
  },
  // Anchor: the DSO's letter is sent; at once for safety.
  {
    id: "suspension-notice",
    family: "convention",
    articles: ["8.6.1"],
    actor: "dso",
    span: { unit: "calendar_days", count: 10 },
    nature: "effect",
  },
  // Anchor: the suspension takes effect; either may then terminate.
  {
    id: "suspension-limit",
    family: "convention",
    articles: ["8.6.2"],
    actor: "both",
    span: { unit: "months", count: 3 },
    nature: "effect",
  },
  // Anchor: effect of a termination or suspension.
  {
    id: "end-notice",
    family: "convention",
    articles: ["8.5.2", "8.6.2"],
    actor: "dso",
    span: { unit: "working_days", count: -5 },
    nature: "duty",
  },
  // Anchor: the organiser knows; « dans les plus brefs délais » read as the same day [I].
  {
    id: "end-notice-participants",
    family: "convention",
    articles: ["8.5.2", "8.6.2"],
    actor: "organiser",
    span: { unit: "calendar_days", count: 0 },
    nature: "duty",
  },
  // Anchor: end of the convention; secrecy holds until then.
  {
    id: "confidentiality",
    family: "convention",
    articles: ["8.4.1"],
    actor: "both",
    span: { unit: "months", count: 36 },
    nature: "effect",
  },
] as const satisfies readonly DeadlineRule[];
