/**
 * Shares an energy by weights among those who can use it: nobody gets more than he needs, and what one cannot use goes
 * to the others by the same weights, until the energy or the needs are used up.
 *
 * @param availableWh - ≥ 0. [Wh]
 * @param needsWh - Of every consumer, ≥ 0. [Wh] (C,)
 * @param members - Who takes part: places in `needsWh`.
 * @param weights - Of each member, ≥ 0, in the order of `members`. Who weighs nothing gets nothing.
 * @param givenWh - Written for the members: what each gets. [Wh] (C,)
 * @returns What nobody could use. [Wh]
 */
export function fillByWeight(
  availableWh: number,
  needsWh: Float64Array,
  members: Uint32Array,
  weights: Float64Array,
  givenWh: Float64Array,
): number {
  let left = availableWh;
  let open = [...members.keys()].filter((k) => (weights[k] as number) > 0);
  for (const j of members) givenWh[j] = 0;
  while (left > 0 && open.length > 0) {
    const perWeight = left / open.reduce((sum, k) => sum + (weights[k] as number), 0);
    const needOf = (k: number) => needsWh[members[k] as number] as number;
    const still = open.filter((k) => needOf(k) > perWeight * (weights[k] as number));
    // Once nobody is filled by his part, the parts stand.
    if (still.length === open.length) {
      for (const k of open) givenWh[members[k] as number] = perWeight * (weights[k] as number);
      return 0;
    }
    for (const k of open) {
      if (needOf(k) > perWeight * (weights[k] as number)) continue;
      givenWh[members[k] as number] = needOf(k);
      left = Math.max(0, left - needOf(k));
    }
    open = still;
  }
  return left;
}
