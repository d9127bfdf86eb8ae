import type { ProximityLimit } from "@/lib/domain/perimeter/proximity-limits";
import type { EligibilityPoint, RuleResult } from "./eligibility";
import { type FarthestPoints, findFarthestPoints } from "./find-farthest-points";

/** A point whose place is known, ready to be measured from. */
export type PlacedPoint = { readonly id: string; readonly latitudeDegrees: number; readonly longitudeDegrees: number };

/** The rule, and the two points it is about; null with less than two places. */
export type DistanceCheck = RuleResult & { readonly farthest: FarthestPoints<PlacedPoint> | null };

/**
 * Holds the distance between the two most distant points against its limit.
 *
 * A point without a place could only make it longer: too long is broken all the same, short enough is not yet checked.
 *
 * @param limit - Null: not known for the operation or its day.
 * @see Code de l'énergie, L.315-2, and its arrêté.
 */
export function checkDistance(points: readonly EligibilityPoint[], limit: ProximityLimit | null): DistanceCheck {
  const placed = points.flatMap(({ id, place }) => (place ? [{ id, ...place }] : []));
  const unknown = points.flatMap(({ id, place }) => (place ? [] : [id]));
  const farthest = findFarthestPoints(placed);
  const figure = farthest?.distanceM ?? (placed.length === 1 ? 0 : null);
  const result = { rule: "distance" as const, figure, limit, farthest };
  if (points.length === 0) return { ...result, status: "not_applicable", broken: [], unknown: [] };
  if (!limit) return { ...result, status: "not_checked", broken: [], unknown };
  if (limit.maxDistanceM === null) return { ...result, status: "not_applicable", broken: [], unknown: [] };
  if (farthest && farthest.distanceM > limit.maxDistanceM) {
    return { ...result, status: "broken", broken: farthest.points.map(({ id }) => id), unknown };
  }
  return { ...result, status: unknown.length > 0 ? "not_checked" : "ok", broken: [], unknown };
}
