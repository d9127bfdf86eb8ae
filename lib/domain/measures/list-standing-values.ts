import type { ManualValue } from "./manual-value";

/**
 * The manual values that have not been released, in the order in which they apply: the last one counts.
 *
 * @param manualValues - Of one curve, in any order.
 */
export function listStandingValues(manualValues: readonly ManualValue[]): readonly ManualValue[] {
  return manualValues
    .filter(({ releasedAtMs }) => releasedAtMs === null)
    .toSorted((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1));
}
