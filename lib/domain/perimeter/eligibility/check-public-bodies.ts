import type { EligibilityCase, RuleResult } from "./eligibility";
import { judgePoints } from "./judge-points";

/**
 * Under the derogation inside one EPCI, whoever takes part beside the commune or the EPCI is in charge of a public
 * service, or a local mixed-economy company. A resident is neither; which body is one, the registry does not know.
 *
 * @see Arrêté of 21 November 2019, as amended on 21 February 2025.
 */
export function checkPublicBodies({ points, regime }: Pick<EligibilityCase, "points" | "regime">): RuleResult {
  const isConcerned = regime?.kind === "derogation" && regime.basis === "epci";
  return judgePoints("public_bodies", points, ({ holder }) => {
    if (!isConcerned) return "not_concerned";
    if (holder.kind === "natural") return "broken";
    return holder.isOrganiser ? "ok" : "unknown";
  });
}
