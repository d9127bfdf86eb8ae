import type { DeadlineRule } from "@/lib/domain/deadlines/deadline-rule";

/**
 * What participants signed.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 5.1.1, 5.1.4, 8.5.1, and annexe 4.
 */
export const CONSENT_RULES = [
  // Anchor: the DSO asked in writing, in a dispute; not for HLM tenants.
  {
    id: "agreement-proof",
    family: "consents",
    articles: ["5.1.1", "8.5.1"],
    actor: "organiser",
    span: { unit: "working_days", count: 10 },
    nature: "duty",
  },
  // Anchor: the DSO asked in writing.
  {
    id: "consent-proof",
    family: "consents",
    articles: ["5.1.4"],
    actor: "organiser",
    span: { unit: "working_days", count: 10 },
    nature: "duty",
  },
  // Anchor: the metering point enters.
  {
    id: "consent-before-entry",
    family: "consents",
    articles: ["3.2.1", "5.1.1"],
    actor: "organiser",
    span: { unit: "calendar_days", count: -1 },
    nature: "duty",
  },
  // Anchor: the metering point takes part without it.
  {
    id: "consent-missing",
    family: "consents",
    articles: ["5.1.1", "5.1.4"],
    actor: "organiser",
    span: null,
    nature: "duty",
  },
  // Anchor: first day on which a consent no longer counts.
  {
    id: "consent-renewal",
    family: "consents",
    articles: ["5.1.1", "5.1.4"],
    actor: "organiser",
    span: { unit: "calendar_days", count: -1 },
    nature: "duty",
  },
  // Anchor: signature; kept until then at least.
  {
    id: "consent-retention",
    family: "consents",
    articles: ["annexe 4"],
    actor: "organiser",
    span: { unit: "months", count: 60 },
    nature: "effect",
  },
  // Anchor: end of a consent's validity; the nightly retention then destroys the data.
  {
    id: "consent-destruction",
    family: "consents",
    articles: ["annexe 4"],
    actor: "organiser",
    span: { unit: "months", count: 60 },
    nature: "effect",
  },
] as const satisfies readonly DeadlineRule[];
