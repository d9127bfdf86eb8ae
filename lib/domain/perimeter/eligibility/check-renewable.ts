import type { EligibilityCase, RuleResult } from "./eligibility";
import { judgePoints } from "./judge-points";

/**
 * Every producer's electricity is renewable: what annexe 1 asks to declare, and what an extended operation needs as soon
 * as one of its points is in medium voltage. Without such a point another source is no obstacle: annexe 1 then says no.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 3.1 and annexe 1; code de l'énergie, L.211-2 and L.315-2.
 */
export function checkRenewable({ points, regime }: Pick<EligibilityCase, "points" | "regime">): RuleResult {
  const needsIt = regime?.kind !== "same_building" && points.some(({ voltage }) => voltage === "medium");
  const result = judgePoints("renewable", points, ({ roles, isStorage, isRenewable }) => {
    if (!roles.includes("producer") || isStorage) return "not_concerned";
    if (isRenewable === null) return "unknown";
    return isRenewable ? "ok" : "broken";
  });
  return result.status === "broken" && !needsIt ? { ...result, status: "not_applicable" } : result;
}
