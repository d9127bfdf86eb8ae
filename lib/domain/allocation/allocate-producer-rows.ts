import { type DynamicFullCoefficients, WHOLE_PPM } from "@/lib/domain/coefficients/coefficients";
import type { Allocation, ConsumerAllocation } from "./allocation";
import type { Tile } from "./open-tile";
import { provideByDefaultKey } from "./provide-by-default-key";
import { provideByPpm } from "./provide-by-ppm";
import { type ProducerOutcome, settleProducer } from "./settle-producer";
import { takeUp } from "./take-up";

/** A producer, with its P_ij of the consumer at hand. [Wh] (n,) */
type Source = ProducerOutcome & { readonly provisionalWh: Float64Array };

/**
 * Shares a tile when each producer has its own row of coefficients (full dynamic).
 *
 * Steps 3 and 5 together: a consumer keeps the same part of every producer's share, P_ij* = P_ij · kept_j with
 * kept_j = 1 − SC_j / Σ_k P_kj = Σ_k P_kj* / Σ_k P_kj.
 *
 * @param allocation - The tile's steps of all of it; its pair totals are increased.
 */
export function allocateProducerRows(
  tile: Tile,
  { ppm }: DynamicFullCoefficients,
  { consumers, producers, pairTotalsWh }: Allocation,
): void {
  const { first, end, weightRatio, defaultKey } = tile;
  const sources = tile.productionWh.map(createSource);
  const sums = { usedWh: new Float64Array(end - first), excessWh: new Float64Array(end - first) };
  const keptRatio = new Float64Array(end - first);

  for (const [j, consumer] of consumers.entries()) {
    const withdrawalWh = tile.withdrawalWh[j] as Float64Array;
    for (const [i, { productionWh, provisionalWh, unallocatedPpm }] of sources.entries()) {
      const row = ppm[i]?.[j] as Uint32Array;
      provideByPpm(productionWh, row.subarray(first, end), provisionalWh, unallocatedPpm);
      add(provisionalWh, consumer.allocatedWh);
    }
    if (defaultKey) {
      provideByDefaultKey(withdrawalWh, defaultKey, consumer.allocatedWh);
      for (const [i, { provisionalWh }] of sources.entries()) {
        splitByWeight(consumer.allocatedWh, weightRatio[i] as Float64Array, defaultKey.steps, provisionalWh);
      }
    }
    takeUp(withdrawalWh, consumer, sums);
    divideKept(consumer, keptRatio);
    for (const [i, totalsWh] of pairTotalsWh.entries()) {
      totalsWh[j] = (totalsWh[j] as number) + giveBack(sources[i] as Source, keptRatio);
    }
  }

  for (const [i, producer] of producers.entries()) settleProducer(sources[i] as Source, defaultKey, producer);
}

function createSource(productionWh: Float64Array): Source {
  return {
    productionWh,
    provisionalWh: new Float64Array(productionWh.length),
    usedWh: new Float64Array(productionWh.length),
    excessWh: new Float64Array(productionWh.length),
    unallocatedPpm: new Int32Array(productionWh.length).fill(WHOLE_PPM),
  };
}

function add(wh: Float64Array, sumWh: Float64Array): void {
  for (let t = 0; t < wh.length; t += 1) sumWh[t] = (sumWh[t] as number) + (wh[t] as number);
}

function splitByWeight(allocatedWh: Float64Array, weightRatio: Float64Array, steps: Uint8Array, partWh: Float64Array) {
  for (let t = 0; t < steps.length; t += 1) {
    if (steps[t] !== 0) partWh[t] = (allocatedWh[t] as number) * (weightRatio[t] as number);
  }
}

function divideKept({ allocatedWh, selfConsumedWh }: ConsumerAllocation, keptRatio: Float64Array): void {
  for (let t = 0; t < keptRatio.length; t += 1) {
    const allocated = allocatedWh[t] as number;
    keptRatio[t] = allocated === 0 ? 0 : (selfConsumedWh[t] as number) / allocated;
  }
}

/** Adds what one consumer used of a source, and what it gives back; returns Σ_t P_ij*. [Wh] */
function giveBack({ provisionalWh, usedWh, excessWh }: Source, keptRatio: Float64Array): number {
  let totalWh = 0;
  for (let t = 0; t < keptRatio.length; t += 1) {
    const provisional = provisionalWh[t] as number;
    const used = provisional * (keptRatio[t] as number);
    usedWh[t] = (usedWh[t] as number) + used;
    excessWh[t] = (excessWh[t] as number) + (provisional - used);
    totalWh += used;
  }
  return totalWh;
}
