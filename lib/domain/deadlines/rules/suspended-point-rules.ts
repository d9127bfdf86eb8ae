import type { DeadlineRule } from "@/lib/domain/deadlines/deadline-rule";

/**
 * A participant's suspended access to the network.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 3.2.2.3.
 */
export const SUSPENDED_POINT_RULES = [
  // Anchor: the access contract is suspended, as the exit the registry holds says, then as the DSO's letter does.
  {
    id: "suspension-notice-prm",
    family: "perimeter",
    articles: ["3.2.2.3"],
    actor: "dso",
    span: { unit: "working_days", count: 5 },
    nature: "duty",
  },
  // Anchor: the DSO told it.
  {
    id: "suspension-coefficients",
    family: "coefficients",
    articles: ["3.2.2.3"],
    actor: "organiser",
    span: { unit: "working_days", count: 10 },
    nature: "duty",
  },
  // Anchor: the new coefficients were sent, which stands for their reception.
  {
    id: "suspension-applied",
    family: "coefficients",
    articles: ["3.2.2.3"],
    actor: "dso",
    span: { unit: "working_days", count: 10 },
    nature: "duty",
  },
] as const satisfies readonly DeadlineRule[];
