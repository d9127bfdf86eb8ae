import type { ProximityLimit } from "@/lib/domain/perimeter/proximity-limits";
import type { EligibilityPoint, RuleResult } from "./eligibility";

/**
 * Holds the peak power of all producers against its limit. [W]
 *
 * An unknown power could only add to it: too much is broken all the same, little enough is not yet checked. A storage
 * unit produces nothing [I].
 *
 * @param limit - Null: not known for the operation or its day.
 * @see Code de l'énergie, L.315-2, and its arrêté.
 */
export function checkCumulatedPower(points: readonly EligibilityPoint[], limit: ProximityLimit | null): RuleResult {
  const producers = points.filter(({ roles, isStorage }) => roles.includes("producer") && !isStorage);
  const unknown = producers.flatMap(({ id, peakPowerW }) => (peakPowerW === null ? [id] : []));
  const known = producers.flatMap(({ peakPowerW }) => (peakPowerW === null ? [] : [peakPowerW]));
  const figure = known.length > 0 ? known.reduce((sum, powerW) => sum + powerW, 0) : null;
  const result = { rule: "cumulated_power" as const, figure, limit, broken: [] };
  if (producers.length === 0) return { ...result, status: "not_applicable", unknown: [] };
  if (!limit) return { ...result, status: "not_checked", unknown };
  if (limit.powerBelowW === null) return { ...result, status: "not_applicable", unknown: [] };
  if (figure !== null && figure >= limit.powerBelowW) return { ...result, status: "broken", unknown };
  return { ...result, status: unknown.length > 0 ? "not_checked" : "ok", unknown };
}
