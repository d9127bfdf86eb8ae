/**
 * `yes`: every producer is renewable; `no`: one at least is not; `unknown`: nobody has said so of each, or there is no
 * producer.
 */
export type RenewableDeclaration = "yes" | "no" | "unknown";

/**
 * What annexe 1 has the organiser tick: whether all producers use renewable sources.
 *
 * @param sources - The energy source of each producer; null where it is not known.
 * @see Convention Enedis-FOR-CF_01E, annexe 1; code de l’énergie, L.211-2.
 */
export function declareRenewable(sources: readonly (string | null)[]): RenewableDeclaration {
  if (sources.includes("non_renewable")) return "no";
  return sources.length === 0 || sources.includes(null) ? "unknown" : "yes";
}
