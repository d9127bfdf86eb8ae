import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { DerogationBasis, NetworkZone, ProximityKind, ProximityLimit } from "./proximity-limits";

/** Which limits an operation asks for. */
export type ProximityRegime = {
  readonly kind: ProximityKind;
  /** Counts for a derogation only; null until it is chosen. */
  readonly basis: DerogationBasis | null;
  readonly zone: NetworkZone;
};

/**
 * The limits that hold on a day; null when none is known for it, so that nothing is judged by a text of another time.
 *
 * @param limits - Usually `PROXIMITY_LIMITS`.
 */
export function findProximityLimit(
  limits: readonly ProximityLimit[],
  { kind, basis, zone }: ProximityRegime,
  day: CivilDate,
): ProximityLimit | null {
  const wantedBasis = kind === "derogation" ? basis : null;
  const known = limits.filter(
    (limit) => limit.kind === kind && limit.basis === wantedBasis && limit.zone === zone && limit.from <= day,
  );
  return known.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0] ?? null;
}
