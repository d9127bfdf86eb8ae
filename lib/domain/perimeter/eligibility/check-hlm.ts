import type { EligibilityCase, EligibilityHolder, RuleResult } from "./eligibility";
import { judgePoints, type PointJudgement } from "./judge-points";

/**
 * An operation managed as `hlm` is the body's and its tenants': anybody else who joins ends that management.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 2 and 8.3; code de l'énergie, L.315-2-1.
 */
export function checkHlm({ points, management }: Pick<EligibilityCase, "points" | "management">): RuleResult {
  return judgePoints("hlm", points, ({ holder }) => (management === "hlm" ? judgeHolder(holder) : "not_concerned"));
}

function judgeHolder({ kind, isTenant, isOrganiser }: EligibilityHolder): PointJudgement {
  if (isTenant || isOrganiser) return "ok";
  // Some body, while it is not known which one runs the operation.
  return kind === "legal" && isOrganiser === null ? "unknown" : "broken";
}
