import { findProximityLimit } from "@/lib/domain/perimeter/find-proximity-limit";
import type { ProximityLimit } from "@/lib/domain/perimeter/proximity-limits";
import { checkCumulatedPower } from "./check-cumulated-power";
import { checkDistance, type DistanceCheck } from "./check-distance";
import { checkHlm } from "./check-hlm";
import { checkPublicBodies } from "./check-public-bodies";
import { checkRenewable } from "./check-renewable";
import { checkVoltage } from "./check-voltage";
import type { EligibilityCase, EligibilityPoint, EligibilityStatus, RuleResult } from "./eligibility";
import { judgePoints } from "./judge-points";

export type Eligibility = {
  /** `broken` when a rule is; else `not_checked` when one is; else `ok`. */
  readonly verdict: Exclude<EligibilityStatus, "not_applicable">;
  readonly rules: readonly RuleResult[];
  /** The two most distant points, whether or not a limit holds. */
  readonly farthest: DistanceCheck["farthest"];
};

/**
 * Says whether an operation may be one on a day, rule by rule. What is not known leaves its rule open, never well.
 *
 * @param limits - Usually `PROXIMITY_LIMITS`.
 * @see Convention Enedis-FOR-CF_01E, art. 2, 3.1, 8.3 and 8.6; code de l'énergie, L.315-2, L.315-2-1 and L.211-2.
 */
export function checkEligibility(operation: EligibilityCase, limits: readonly ProximityLimit[]): Eligibility {
  const { points, regime, day } = operation;
  const limit = regime && findProximityLimit(limits, regime, day);
  const { farthest, ...distance } = checkDistance(points, limit);
  const rules = [
    checkBothRoles(points),
    // The registry itself refuses a PRM that another operation holds (an exclusion constraint).
    judgePoints("one_operation", points, () => "ok"),
    distance,
    checkCumulatedPower(points, limit),
    checkVoltage(operation),
    checkRenewable(operation),
    judgePoints("communicating_meter", points, ({ isMeterCommunicating }) => {
      if (isMeterCommunicating === null) return "unknown";
      return isMeterCommunicating ? "ok" : "broken";
    }),
    // A contract without a reference may exist all the same.
    judgePoints("withdrawal_contract", points, ({ roles, withdrawalContract }) => {
      if (!roles.includes("consumer")) return "not_concerned";
      return withdrawalContract === null ? "unknown" : "ok";
    }),
    judgePoints("injection_contract", points, ({ roles, injectionContract }) => {
      if (!roles.includes("producer")) return "not_concerned";
      return injectionContract === null ? "unknown" : "ok";
    }),
    checkPublicBodies(operation),
    checkHlm(operation),
  ];
  const has = (wanted: EligibilityStatus) => rules.some(({ status }) => status === wanted);
  return { verdict: has("broken") ? "broken" : has("not_checked") ? "not_checked" : "ok", rules, farthest };
}

function checkBothRoles(points: readonly EligibilityPoint[]): RuleResult {
  const has = (role: "producer" | "consumer") => points.some(({ roles }) => roles.includes(role));
  const status = has("producer") && has("consumer") ? "ok" : "broken";
  return { rule: "producer_and_consumer", status, figure: points.length, limit: null, broken: [], unknown: [] };
}
