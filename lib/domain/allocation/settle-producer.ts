import { WHOLE_PPM } from "@/lib/domain/coefficients/coefficients";
import type { ProducerAllocation } from "./allocation";
import type { DefaultKey } from "./open-tile";

/** What the sharing of a tile says about one producer. Arrays: (n,). */
export type ProducerOutcome = {
  /** P_i. [Wh] */
  readonly productionWh: Float64Array;
  /** Σ_j P_ij*. [Wh] */
  readonly usedWh: Float64Array;
  /** Σ_j SP_ij. [Wh] */
  readonly excessWh: Float64Array;
  /** 1 − Σ_j C_ij; not read where the default key applies. [ppm] */
  readonly unallocatedPpm: Int32Array;
};

/**
 * Step 4: splits a producer's energy into what was used and what was not, P_i = self-produced + SP_i.
 *
 * Both are known as sums. The smaller sum is kept and the larger is what remains of P_i: both then keep their full
 * relative precision, they add up to P_i, neither is below 0, and a surplus that should be 0 is 0.
 *
 * @param outcome - What was shared of its energy.
 * @param defaultKey - Gives everything where it applies, and nothing where nobody withdraws.
 * @param result - Written. [Wh] (n,)
 */
export function settleProducer(
  { productionWh, usedWh, excessWh, unallocatedPpm }: ProducerOutcome,
  defaultKey: DefaultKey | undefined,
  { selfProducedWh, surplusWh }: ProducerAllocation,
): void {
  for (let t = 0; t < productionWh.length; t += 1) {
    const production = productionWh[t] as number;
    const used = usedWh[t] as number;
    const leftPpm = defaultKey?.steps[t] ? defaultLeftPpm(defaultKey, t) : (unallocatedPpm[t] as number);
    const surplus = (excessWh[t] as number) + (production * leftPpm) / WHOLE_PPM;
    const mostlyLeft = used <= surplus;
    selfProducedWh[t] = mostlyLeft ? used : production - surplus;
    surplusWh[t] = mostlyLeft ? production - used : surplus;
  }
}

function defaultLeftPpm({ supplyRatio }: DefaultKey, t: number): number {
  return supplyRatio[t] === 0 ? WHOLE_PPM : 0;
}
