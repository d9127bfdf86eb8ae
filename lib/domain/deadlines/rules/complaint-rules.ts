import type { DeadlineRule } from "@/lib/domain/deadlines/deadline-rule";

/**
 * Complaints and requests of participants.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 5.1.5 and 8.4.2.
 */
export const COMPLAINT_RULES = [
  // Anchor: received by the organiser.
  {
    id: "complaint-forward",
    family: "complaints",
    articles: ["5.1.5"],
    actor: "organiser",
    span: { unit: "working_days", count: 5 },
    nature: "duty",
  },
  // Anchor: the DSO has the complete complaint.
  {
    id: "complaint-answer",
    family: "complaints",
    articles: ["5.1.5"],
    actor: "dso",
    span: { unit: "calendar_days", count: 30 },
    nature: "duty",
  },
  // Anchor: received; « sans délai » read as the same day [I].
  {
    id: "data-request",
    family: "complaints",
    articles: ["8.4.2"],
    actor: "organiser",
    span: { unit: "calendar_days", count: 0 },
    nature: "duty",
  },
] as const satisfies readonly DeadlineRule[];
