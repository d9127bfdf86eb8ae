import { WHOLE_PPM } from "@/lib/domain/coefficients/coefficients";
import type { ProducerAllocation } from "./allocation";

/** What was taken of a producer's energy, or of that of all of them, and what was given back. [Wh] (T,) */
export type TakenUp = {
  /** Σ_j P_ij*. */
  readonly usedWh: Float64Array;
  /** Σ_j SP_ij. */
  readonly excessWh: Float64Array;
};

/**
 * Step 4: splits a producer's energy into what was used and what was not, P_i = self-produced + SP_i.
 *
 * Both are known as sums. The smaller sum is kept and the larger is what remains of P_i: both then keep their full
 * relative precision, they add up to P_i, neither is below 0, and a surplus that should be 0 is 0.
 *
 * @param productionWh - P_i. [Wh] (T,)
 * @param takenUp - Of this producer, or of all of them. [Wh] (T,)
 * @param weightRatio - This producer's part of it; absent when it is its own. (T,)
 * @param unallocatedPpm - 1 − Σ_j C_ij. [ppm] (T,)
 * @returns [Wh] (T,)
 */
export function settleProducer(
  productionWh: Float64Array,
  { usedWh, excessWh }: TakenUp,
  weightRatio: Float64Array | undefined,
  unallocatedPpm: Float64Array,
): ProducerAllocation {
  const selfProducedWh = new Float64Array(productionWh.length);
  const surplusWh = new Float64Array(productionWh.length);
  for (let t = 0; t < productionWh.length; t += 1) {
    const production = productionWh[t] as number;
    const weight = weightRatio ? (weightRatio[t] as number) : 1;
    const used = (usedWh[t] as number) * weight;
    const unallocated = (production * (unallocatedPpm[t] as number)) / WHOLE_PPM;
    const surplus = (excessWh[t] as number) * weight + unallocated;
    const mostlyLeft = used <= surplus;
    selfProducedWh[t] = mostlyLeft ? used : production - surplus;
    surplusWh[t] = mostlyLeft ? production - used : surplus;
  }
  return { selfProducedWh, surplusWh };
}
