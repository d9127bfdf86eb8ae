import { type Coefficients, WHOLE_PPM } from "@/lib/domain/coefficients/coefficients";
import { sumUnallocatedPpm } from "@/lib/domain/coefficients/sum-unallocated-ppm";
import { DomainError } from "@/lib/domain/errors";
import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { isSameAxis, type TimeAxis } from "@/lib/domain/time/time-axis";
import type { AllocationInput } from "./allocation";

/** Some steps, as runs of consecutive ones: each [first, end[. */
export type Tile = readonly { readonly first: number; readonly end: number }[];

/** Few enough steps for the arrays of one consumer, and those it is shared from, to stay in the processor's cache. */
const TILE_STEPS = 512;

/** What every consumer's share is computed from. Arrays: (T,). */
export type Sharing = {
  /** The steps at which there is something to share, or a value is missing: with solar producers, not the nights. */
  readonly tiles: readonly Tile[];
  /** P_i; a step that one producer misses is missing in all. [Wh] (P × T) */
  readonly productionWh: readonly Float64Array[];
  /** Σ_i P_i. [Wh] */
  readonly supplyWh: Float64Array;
  /** P_i / Σ_k P_k, 0 where nothing is produced. (P × T) */
  readonly weightRatio: readonly Float64Array[];
  /** 1 − Σ_j C_ij: one row for each producer when full dynamic, one for all of them otherwise. [ppm] */
  readonly unallocatedPpm: readonly Float64Array[];
  /** Where the default key applies and what it gives; `undefined` when it applies nowhere. */
  readonly defaultKey: DefaultKey | undefined;
};

/** The default key, C_j = L_j / Σ L. Arrays: (T,). */
export type DefaultKey = {
  /** 1 at the steps where it applies. */
  readonly steps: Uint8Array;
  /** Σ P / Σ L: what it gives for each Wh withdrawn; 0 where nothing is withdrawn. */
  readonly supplyRatio: Float64Array;
};

/**
 * Checks what is to be shared, and computes what does not depend on the consumer.
 *
 * @throws {DomainError} AXIS_MISMATCH when a series is not on the input's axis; `details` name its producer or consumer.
 * @throws {DomainError} NEGATIVE_ENERGY when a value is below zero; `details` name its producer or consumer, and its step.
 * @throws {DomainError} COEFFICIENTS_MISMATCH, INVALID_COEFFICIENT, COEFFICIENTS_ABOVE_ONE: see `sumUnallocatedPpm`.
 */
export function prepareSharing({ axis, production, withdrawal, coefficients }: AllocationInput): Sharing {
  const supplyWh = sumEnergy(production, axis, "producer");
  const demandWh = sumEnergy(withdrawal, axis, "consumer");
  const shape = { producers: production.length, consumers: withdrawal.length, steps: axis.length };
  const unallocatedPpm = sumUnallocatedPpm(coefficients, shape);
  const steps = defaultSteps(coefficients, axis.length);
  const defaultKey = steps && { steps, supplyRatio: divide(supplyWh, demandWh) };
  if (defaultKey) for (const ppm of unallocatedPpm) leaveUnwithdrawn(defaultKey, ppm);
  return {
    tiles: findTiles(supplyWh, demandWh),
    productionWh: production.map(({ energyWh }) =>
      energyWh.map((wh, t) => (Number.isNaN(supplyWh[t]) ? Number.NaN : wh)),
    ),
    supplyWh,
    weightRatio: production.map(({ energyWh }) => divide(energyWh, supplyWh)),
    unallocatedPpm,
    defaultKey,
  };
}

type Who = "producer" | "consumer";

function sumEnergy(series: readonly EnergySeries[], axis: TimeAxis, who: Who): Float64Array {
  for (const [n, { axis: own, energyWh }] of series.entries()) {
    if (!isSameAxis(own, axis) || energyWh.length !== axis.length) {
      throw new DomainError("AXIS_MISMATCH", "every series must share the allocation's axis", {
        details: { [who]: n },
      });
    }
  }
  const sumWh = new Float64Array(axis.length);
  const none = new Float64Array(axis.length);
  for (let n = 0; n < series.length; n += 4) {
    // Four series at a time: the sum is read and written four times less.
    const [a = none, b = none, c = none, d = none] = series.slice(n, n + 4).map(({ energyWh }) => energyWh);
    for (let t = 0; t < sumWh.length; t += 1) {
      const wh0 = a[t] as number;
      const wh1 = b[t] as number;
      const wh2 = c[t] as number;
      const wh3 = d[t] as number;
      if (wh0 < 0 || wh1 < 0 || wh2 < 0 || wh3 < 0) refuseNegative(series, t, who);
      sumWh[t] = (sumWh[t] as number) + wh0 + wh1 + wh2 + wh3;
    }
  }
  return sumWh;
}

function refuseNegative(series: readonly EnergySeries[], step: number, who: Who): never {
  const n = series.findIndex(({ energyWh }) => (energyWh[step] as number) < 0);
  throw new DomainError("NEGATIVE_ENERGY", `${series[n]?.energyWh[step]} Wh: energy is never below zero`, {
    details: { [who]: n, step },
  });
}

function defaultSteps(coefficients: Coefficients, length: number): Uint8Array | undefined {
  if (coefficients.kind === "static") return;
  return coefficients.kind === "default" ? new Uint8Array(length).fill(1) : coefficients.defaultSteps;
}

/** Divides step by step; 0 where the divisor is 0 or too small to divide by, missing where either is missing. */
function divide(dividends: Float64Array, divisors: Float64Array): Float64Array {
  return dividends.map((dividend, t) => {
    const divisor = divisors[t] as number;
    const ratio = dividend / divisor;
    return divisor === 0 || ratio === Number.POSITIVE_INFINITY ? 0 * dividend : ratio;
  });
}

/** The default key gives nothing where nobody withdraws. */
function leaveUnwithdrawn({ steps, supplyRatio }: DefaultKey, unallocatedPpm: Float64Array): void {
  for (let t = 0; t < steps.length; t += 1) {
    if (steps[t] !== 0 && supplyRatio[t] === 0) unallocatedPpm[t] = WHOLE_PPM;
  }
}

function findTiles(supplyWh: Float64Array, demandWh: Float64Array): Tile[] {
  const tiles: Tile[] = [];
  for (let first = 0; first < supplyWh.length; first += TILE_STEPS) {
    tiles.push(findRuns(supplyWh, demandWh, first, Math.min(first + TILE_STEPS, supplyWh.length)));
  }
  return tiles;
}

function findRuns(supplyWh: Float64Array, demandWh: Float64Array, from: number, to: number): Tile {
  const runs: { first: number; end: number }[] = [];
  for (let t = from; t < to; t += 1) {
    if (supplyWh[t] === 0 && !Number.isNaN(demandWh[t])) continue;
    const last = runs.at(-1);
    if (last?.end === t) last.end = t + 1;
    else runs.push({ first: t, end: t + 1 });
  }
  return runs;
}
