import { WHOLE_PPM } from "@/lib/domain/coefficients/coefficients";
import type { Tile } from "./prepare-sharing";

/**
 * Step 1: a consumer's provisional share, P_ij = P_i · C_ij.
 *
 * Multiplied before it is divided: for measured energies, halves of a Wh, the product is exact and the share rounded once.
 *
 * @param tile - The steps to write.
 * @param productionWh - P_i. [Wh] (T,)
 * @param ppm - C_ij. [ppm] (T,)
 * @param provisionalWh - Written: P_ij. [Wh] (T,)
 */
export function provideByPpm(
  tile: Tile,
  productionWh: Float64Array,
  ppm: Uint32Array,
  provisionalWh: Float64Array,
): void {
  for (const { first, end } of tile) {
    for (let t = first; t < end; t += 1) {
      provisionalWh[t] = ((productionWh[t] as number) * (ppm[t] as number)) / WHOLE_PPM;
    }
  }
}
