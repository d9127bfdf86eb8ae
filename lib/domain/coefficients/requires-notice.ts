import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";

/**
 * Whether a key takes the notice of a change: another kind than before, or static values, which are always notified.
 *
 * Another rule under the same dynamic kind changes nothing for the DSO: its coefficients travel month by month.
 *
 * @param before - Kind that holds until then; null while no key was ever sent: the default one applies.
 * @see Convention Enedis-FOR-CF_01E, art. 4.2 and 4.3.
 */
export function requiresNotice(before: CoefficientKind | null, after: CoefficientKind): boolean {
  return after === "static" || (before ?? "default") !== after;
}
