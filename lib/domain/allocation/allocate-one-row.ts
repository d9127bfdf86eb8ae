import {
  type DefaultCoefficients,
  type DynamicSimpleCoefficients,
  type StaticCoefficients,
  WHOLE_PPM,
} from "@/lib/domain/coefficients/coefficients";
import type { Allocation } from "./allocation";
import type { Tile } from "./open-tile";
import { provideByDefaultKey } from "./provide-by-default-key";
import { provideByPpm } from "./provide-by-ppm";
import { type ProducerOutcome, settleProducer } from "./settle-producer";
import { takeUp } from "./take-up";

/**
 * Shares a tile when every producer has the same row of coefficients: the producers' energy is pooled, shared once, and
 * what was used of it, or not, goes back to each producer in proportion to its part of the pool.
 *
 * These are the five steps: with C_ij = C_j, step 3 is SP_ij = SC_j · P_ij / Σ_k P_kj = SC_j · P_i / Σ_k P_k.
 *
 * @param allocation - The tile's steps of all of it; its pair totals are increased.
 */
export function allocateOneRow(
  tile: Tile,
  coefficients: DefaultCoefficients | StaticCoefficients | DynamicSimpleCoefficients,
  { consumers, producers, pairTotalsWh }: Allocation,
): void {
  const { productionWh, weightRatio, defaultKey } = tile;
  const pool = createPool(tile.supplyWh);

  for (const [j, consumer] of consumers.entries()) {
    const withdrawalWh = tile.withdrawalWh[j] as Float64Array;
    if (coefficients.kind !== "default") {
      provideByPpm(pool.productionWh, rowPpm(coefficients, j, tile), consumer.allocatedWh, pool.unallocatedPpm);
    }
    if (defaultKey) provideByDefaultKey(withdrawalWh, defaultKey, consumer.allocatedWh);
    takeUp(withdrawalWh, consumer, pool);
    for (const [i, totalsWh] of pairTotalsWh.entries()) {
      totalsWh[j] = (totalsWh[j] as number) + dot(weightRatio[i] as Float64Array, consumer.selfConsumedWh);
    }
  }

  for (const [i, producer] of producers.entries()) {
    const outcome = partOf(pool, productionWh[i] as Float64Array, weightRatio[i] as Float64Array);
    settleProducer(outcome, defaultKey, producer);
  }
}

function createPool(supplyWh: Float64Array): ProducerOutcome {
  return {
    productionWh: supplyWh,
    usedWh: new Float64Array(supplyWh.length),
    excessWh: new Float64Array(supplyWh.length),
    unallocatedPpm: new Int32Array(supplyWh.length).fill(WHOLE_PPM),
  };
}

function rowPpm({ ppm }: StaticCoefficients | DynamicSimpleCoefficients, consumer: number, tile: Tile): Uint32Array {
  const row = ppm[consumer] as number | Uint32Array;
  return typeof row === "number"
    ? new Uint32Array(tile.end - tile.first).fill(row)
    : row.subarray(tile.first, tile.end);
}

function partOf(pool: ProducerOutcome, productionWh: Float64Array, weightRatio: Float64Array): ProducerOutcome {
  return {
    productionWh,
    usedWh: pool.usedWh.map((wh, t) => wh * (weightRatio[t] as number)),
    excessWh: pool.excessWh.map((wh, t) => wh * (weightRatio[t] as number)),
    unallocatedPpm: pool.unallocatedPpm,
  };
}

/** Four sums at a time: the processor need not wait for one addition to begin the next. */
function dot(a: Float64Array, b: Float64Array): number {
  let [sum0, sum1, sum2, sum3] = [0, 0, 0, 0];
  const whole = a.length - (a.length % 4);
  for (let t = 0; t < whole; t += 4) {
    sum0 += (a[t] as number) * (b[t] as number);
    sum1 += (a[t + 1] as number) * (b[t + 1] as number);
    sum2 += (a[t + 2] as number) * (b[t + 2] as number);
    sum3 += (a[t + 3] as number) * (b[t + 3] as number);
  }
  for (let t = whole; t < a.length; t += 1) sum0 += (a[t] as number) * (b[t] as number);
  return sum0 + sum1 + sum2 + sum3;
}
