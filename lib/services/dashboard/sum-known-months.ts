import type { KnownSum } from "./operation-dashboard";

/** The sum of the months whose amount is known, and over how many; null when none is. One rule for every total shown. */
export function sumKnownMonths(amounts: readonly (number | null)[]): KnownSum | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : { amount: known.reduce((sum, each) => sum + each, 0), months: known.length };
}
