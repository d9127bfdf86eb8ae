import { type DynamicFullCoefficients, WHOLE_PPM } from "@/lib/domain/coefficients/coefficients";
import type { Allocation, AllocationInput, ConsumerAllocation } from "./allocation";
import type { DefaultKey, Sharing, Tile } from "./prepare-sharing";
import { provideByDefaultKey } from "./provide-by-default-key";
import { settleProducer, type TakenUp } from "./settle-producer";
import { startConsumer } from "./start-consumer";
import { takeUp } from "./take-up";

/** A producer and its sums. (T,) */
type Source = TakenUp & {
  /** P_i. [Wh] */
  readonly productionWh: Float64Array;
  /** P_i / Σ_k P_k. */
  readonly weightRatio: Float64Array;
  /** C_ij of each consumer. [ppm] (C × T) */
  readonly ppm: readonly Uint32Array[];
  /** P_ij of the consumer at hand. [Wh] */
  readonly provisionalWh: Float64Array;
  /** Σ_t P_ij* of each consumer. [Wh] (C,) */
  readonly totalsWh: Float64Array;
};

/**
 * Shares when each producer has its own row of coefficients (full dynamic).
 *
 * Steps 3 and 5 together: a consumer keeps the same part of every producer's share, P_ij* = P_ij · kept_j with
 * kept_j = 1 − SC_j / Σ_k P_kj = Σ_k P_kj* / Σ_k P_kj.
 *
 * @param input - What is shared; `coefficients` are its own.
 * @param sharing - Prepared from it.
 */
export function allocateProducerRows(
  { axis, withdrawal }: AllocationInput,
  coefficients: DynamicFullCoefficients,
  sharing: Sharing,
): Allocation {
  const sources = coefficients.ppm.map((ppm, i) => createSource(sharing, i, ppm));
  const keptRatio = new Float64Array(axis.length);

  const consumers = withdrawal.map(({ energyWh }, j) => {
    const consumer = startConsumer(energyWh);
    for (const tile of sharing.tiles) {
      for (const source of sources) provide(tile, source, source.ppm[j] as Uint32Array, consumer.allocatedWh);
      if (sharing.defaultKey) overrideByDefaultKey(tile, sharing.defaultKey, energyWh, consumer.allocatedWh, sources);
      takeUp(tile, energyWh, consumer);
      divideKept(tile, consumer, keptRatio);
      for (const source of sources) {
        source.totalsWh[j] = (source.totalsWh[j] as number) + giveBack(tile, source, keptRatio);
      }
    }
    return consumer;
  });

  const producers = sources.map((source, i) =>
    settleProducer(source.productionWh, source, undefined, sharing.unallocatedPpm[i] as Float64Array),
  );
  return { axis, consumers, producers, pairTotalsWh: sources.map(({ totalsWh }) => totalsWh) };
}

function createSource({ productionWh, weightRatio }: Sharing, producer: number, ppm: readonly Uint32Array[]): Source {
  const production = productionWh[producer] as Float64Array;
  return {
    productionWh: production,
    weightRatio: weightRatio[producer] as Float64Array,
    ppm,
    provisionalWh: new Float64Array(production.length),
    usedWh: new Float64Array(production.length),
    excessWh: new Float64Array(production.length),
    totalsWh: new Float64Array(ppm.length),
  };
}

/** Step 1: P_ij = P_i · C_ij, and their sum over producers. */
function provide(
  tile: Tile,
  { productionWh, provisionalWh }: Source,
  ppm: Uint32Array,
  allocatedWh: Float64Array,
): void {
  for (const { first, end } of tile) {
    for (let t = first; t < end; t += 1) {
      const provisional = ((productionWh[t] as number) * (ppm[t] as number)) / WHOLE_PPM;
      provisionalWh[t] = provisional;
      allocatedWh[t] = (allocatedWh[t] as number) + provisional;
    }
  }
}

function overrideByDefaultKey(
  tile: Tile,
  defaultKey: DefaultKey,
  withdrawalWh: Float64Array,
  allocatedWh: Float64Array,
  sources: readonly Source[],
): void {
  provideByDefaultKey(tile, defaultKey, withdrawalWh, allocatedWh);
  for (const { weightRatio, provisionalWh } of sources) {
    for (const { first, end } of tile) {
      for (let t = first; t < end; t += 1) {
        if (defaultKey.steps[t]) provisionalWh[t] = (allocatedWh[t] as number) * (weightRatio[t] as number);
      }
    }
  }
}

function divideKept(tile: Tile, { allocatedWh, selfConsumedWh }: ConsumerAllocation, keptRatio: Float64Array): void {
  for (const { first, end } of tile) {
    for (let t = first; t < end; t += 1) {
      const allocated = allocatedWh[t] as number;
      keptRatio[t] = allocated === 0 ? 0 : (selfConsumedWh[t] as number) / allocated;
    }
  }
}

/** Adds what one consumer used of a source, and what it gives back; returns Σ_t P_ij*. [Wh] */
function giveBack(tile: Tile, { provisionalWh, usedWh, excessWh }: Source, keptRatio: Float64Array): number {
  let totalWh = 0;
  for (const { first, end } of tile) {
    for (let t = first; t < end; t += 1) {
      const provisional = provisionalWh[t] as number;
      const used = provisional * (keptRatio[t] as number);
      usedWh[t] = (usedWh[t] as number) + used;
      excessWh[t] = (excessWh[t] as number) + (provisional - used);
      totalWh += used;
    }
  }
  return totalWh;
}
