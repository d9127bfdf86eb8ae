import { WHOLE_PPM } from "@/lib/domain/coefficients/coefficients";

/**
 * Step 1: a consumer's provisional share, P_i · C_ij, taken from what is left to give.
 *
 * Multiplied before it is divided: for measured energies, halves of a Wh, the product is exact and the share rounded once.
 *
 * @param productionWh - P_i. [Wh] (n,)
 * @param ppm - C_ij. [ppm] (n,)
 * @param provisionalWh - Written: P_ij. [Wh] (n,)
 * @param unallocatedPpm - Decreased by C_ij. [ppm] (n,)
 */
export function provideByPpm(
  productionWh: Float64Array,
  ppm: Uint32Array,
  provisionalWh: Float64Array,
  unallocatedPpm: Int32Array,
): void {
  for (let t = 0; t < provisionalWh.length; t += 1) {
    const share = ppm[t] as number;
    provisionalWh[t] = ((productionWh[t] as number) * share) / WHOLE_PPM;
    unallocatedPpm[t] = (unallocatedPpm[t] as number) - share;
  }
}
