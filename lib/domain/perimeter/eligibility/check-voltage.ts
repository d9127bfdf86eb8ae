import type { EligibilityCase, EligibilityPoint, RuleResult } from "./eligibility";
import { judgePoints, type PointJudgement } from "./judge-points";

/**
 * Points are in low voltage; medium voltage (HTA) is for a single building, or for an extended operation whose
 * electricity is renewable.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 3.1; code de l'énergie, L.315-2.
 */
export function checkVoltage({ points, regime }: Pick<EligibilityCase, "points" | "regime">): RuleResult {
  const medium = judgeMedium(points, regime);
  return judgePoints("voltage", points, ({ voltage }) => {
    if (voltage === null) return "unknown";
    return voltage === "low" ? "ok" : medium;
  });
}

function judgeMedium(points: readonly EligibilityPoint[], regime: EligibilityCase["regime"]): PointJudgement {
  if (regime?.kind === "same_building") return "ok";
  const sources = points
    .filter(({ roles, isStorage }) => roles.includes("producer") && !isStorage)
    .map(({ isRenewable }) => isRenewable);
  const isRenewable = sources.length > 0 && sources.every((renewable) => renewable === true);
  if (regime !== null && isRenewable) return "ok";
  return regime !== null && sources.includes(false) ? "broken" : "unknown";
}
