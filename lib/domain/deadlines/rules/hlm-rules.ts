import type { DeadlineRule } from "@/lib/domain/deadlines/deadline-rule";

/**
 * Tenants of a HLM body who change.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 3.2.2.2.
 */
export const HLM_RULES = [
  // Anchor: end of a tenant's contract, or start of the new one.
  {
    id: "hlm-notice",
    family: "perimeter",
    articles: ["3.2.2.2"],
    actor: "dso",
    span: { unit: "working_days", count: 5 },
    nature: "duty",
  },
  // Anchor: the new contract is in service; the text says « jours » alone: calendar days [I].
  {
    id: "hlm-return",
    family: "perimeter",
    articles: ["3.2.2.2"],
    actor: "organiser",
    span: { unit: "calendar_days", count: 14 },
    nature: "effect",
  },
] as const satisfies readonly DeadlineRule[];
