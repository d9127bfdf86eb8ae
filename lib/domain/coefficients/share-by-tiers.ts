import { WHOLE_PPM } from "./coefficients";
import { fillByWeight } from "./fill-by-weight";

/** A tier whose consumers are places in the order of the operation's consumers. */
export type PlacedTier = {
  readonly members: Uint32Array;
  /** In the order of `members`; null for pro rata of what they draw. */
  readonly weights: Float64Array | null;
};

/**
 * The shares of one step by priority: each tier is served up to what it draws, the next one shares what is left.
 *
 * @param tiers - First served first.
 * @param productionWh - P; without any, no share is needed and all are 0. [Wh]
 * @param needsWh - L_j. [Wh] (C,)
 * @param sharesPpm - Written: not rounded; what nobody draws is left unallocated. [ppm] (C,)
 * @returns False when a measure is missing that the shares depend on; what was written then means nothing.
 */
export function shareByTiers(
  tiers: readonly PlacedTier[],
  productionWh: number,
  needsWh: Float64Array,
  sharesPpm: Float64Array,
): boolean {
  sharesPpm.fill(0);
  if (Number.isNaN(productionWh)) return false;
  let leftWh = productionWh;
  for (const { members, weights } of tiers) {
    // A tier that nothing reaches needs no measure.
    if (leftWh <= 0) break;
    const tierNeeds = weights ?? new Float64Array(members.length);
    let sumWh = 0;
    for (const [k, j] of members.entries()) {
      if (!weights) tierNeeds[k] = needsWh[j] as number;
      sumWh += needsWh[j] as number;
    }
    if (Number.isNaN(sumWh)) return false;
    leftWh = fillByWeight(leftWh, needsWh, members, tierNeeds, sharesPpm);
  }
  if (productionWh > 0) {
    for (let j = 0; j < sharesPpm.length; j += 1) {
      sharesPpm[j] = ((sharesPpm[j] as number) * WHOLE_PPM) / productionWh;
    }
  }
  return true;
}
