import { WHOLE_PPM } from "./coefficients";

/**
 * The shares of one step in proportion to what each draws; all 0 where nobody draws.
 *
 * @param needsWh - L_j. [Wh] (C,)
 * @param sharesPpm - Written: not rounded. [ppm] (C,)
 * @returns False when a withdrawal is missing: every share depends on all of them.
 * @see Convention Enedis-FOR-CF_01E, art. 11.7.3, and code de l'énergie, art. D. 315-6: the default key.
 */
export function shareProRata(needsWh: Float64Array, sharesPpm: Float64Array): boolean {
  let sumWh = 0;
  for (let j = 0; j < needsWh.length; j += 1) sumWh += needsWh[j] as number;
  if (Number.isNaN(sumWh)) return false;
  if (sumWh === 0) sharesPpm.fill(0);
  else for (let j = 0; j < needsWh.length; j += 1) sharesPpm[j] = ((needsWh[j] as number) * WHOLE_PPM) / sumWh;
  return true;
}
