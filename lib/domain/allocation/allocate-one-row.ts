import type {
  DefaultCoefficients,
  DynamicSimpleCoefficients,
  StaticCoefficients,
} from "@/lib/domain/coefficients/coefficients";
import type { Allocation, AllocationInput, ConsumerAllocation } from "./allocation";
import type { Sharing, Tile } from "./prepare-sharing";
import { provideByDefaultKey } from "./provide-by-default-key";
import { provideByPpm } from "./provide-by-ppm";
import { settleProducer, type TakenUp } from "./settle-producer";
import { startConsumer } from "./start-consumer";
import { takeUp } from "./take-up";

/**
 * Shares when every producer has the same row of coefficients: the producers' energy is pooled, shared once, and what
 * was used of it, or not, goes back to each producer in proportion to its part of the pool.
 *
 * These are the five steps: with C_ij = C_j, step 3 is SP_ij = SC_j · P_ij / Σ_k P_kj = SC_j · P_i / Σ_k P_k.
 *
 * @param input - What is shared; `coefficients` are its own.
 * @param sharing - Prepared from it.
 */
export function allocateOneRow(
  { axis, withdrawal }: AllocationInput,
  coefficients: DefaultCoefficients | StaticCoefficients | DynamicSimpleCoefficients,
  { tiles, productionWh, supplyWh, weightRatio, unallocatedPpm, defaultKey }: Sharing,
): Allocation {
  const takenUp = { usedWh: new Float64Array(axis.length), excessWh: new Float64Array(axis.length) };
  const pairs = weightRatio.map((weight) => ({ weight, totalsWh: new Float64Array(withdrawal.length) }));
  const constantPpm = new Uint32Array(axis.length);

  const consumers = withdrawal.map(({ energyWh }, j) => {
    const consumer = startConsumer(energyWh);
    const ppm = coefficients.kind === "default" ? undefined : rowPpm(coefficients, j, constantPpm);
    for (const tile of tiles) {
      if (ppm) provideByPpm(tile, supplyWh, ppm, consumer.allocatedWh);
      if (defaultKey) provideByDefaultKey(tile, defaultKey, energyWh, consumer.allocatedWh);
      takeUp(tile, energyWh, consumer);
      addUp(tile, consumer, takenUp);
      for (const { weight, totalsWh } of pairs) {
        totalsWh[j] = (totalsWh[j] as number) + dot(tile, weight, consumer.selfConsumedWh);
      }
    }
    return consumer;
  });

  const [leftPpm = new Float64Array()] = unallocatedPpm;
  const producers = productionWh.map((wh, i) => settleProducer(wh, takenUp, weightRatio[i], leftPpm));
  return { axis, consumers, producers, pairTotalsWh: pairs.map(({ totalsWh }) => totalsWh) };
}

function rowPpm(
  { ppm }: StaticCoefficients | DynamicSimpleCoefficients,
  consumer: number,
  constantPpm: Uint32Array,
): Uint32Array {
  const row = ppm[consumer] as number | Uint32Array;
  return typeof row === "number" ? constantPpm.fill(row) : row;
}

function addUp(tile: Tile, { allocatedWh, selfConsumedWh }: ConsumerAllocation, { usedWh, excessWh }: TakenUp): void {
  for (const { first, end } of tile) {
    for (let t = first; t < end; t += 1) {
      const used = selfConsumedWh[t] as number;
      usedWh[t] = (usedWh[t] as number) + used;
      excessWh[t] = (excessWh[t] as number) + ((allocatedWh[t] as number) - used);
    }
  }
}

/** Four sums at a time: the processor need not wait for one addition to begin the next. */
function dot(tile: Tile, a: Float64Array, b: Float64Array): number {
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  for (const { first, end } of tile) {
    let t = first;
    for (; t + 3 < end; t += 4) {
      sum0 += (a[t] as number) * (b[t] as number);
      sum1 += (a[t + 1] as number) * (b[t + 1] as number);
      sum2 += (a[t + 2] as number) * (b[t + 2] as number);
      sum3 += (a[t + 3] as number) * (b[t + 3] as number);
    }
    for (; t < end; t += 1) sum0 += (a[t] as number) * (b[t] as number);
  }
  return sum0 + sum1 + sum2 + sum3;
}
