import type { DeadlineRule } from "@/lib/domain/deadlines/deadline-rule";

/**
 * Tenants of a HLM body who change.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 3.2.2.2.
 */
export const HLM_RULES = [
  // Anchor: end of a tenant's contract, which may be known before the DSO tells it, or start of the new one, told by it alone.
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
  // Anchor: the day the metering point comes back by itself; a row only while it could not.
  {
    id: "hlm-return-blocked",
    family: "perimeter",
    articles: ["3.2.2.2"],
    actor: "organiser",
    span: { unit: "calendar_days", count: 0 },
    nature: "duty",
  },
] as const satisfies readonly DeadlineRule[];
