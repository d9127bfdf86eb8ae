import type { Coefficients } from "@/lib/domain/coefficients/coefficients";
import type { AllocationInput } from "./allocation";

/** The steps [first, end[ of an allocation's input, and what every consumer of them needs. Arrays: (end − first,). */
export type Tile = {
  readonly first: number;
  readonly end: number;
  /** P_i; a step that one producer misses is missing in all. [Wh] (P × n) */
  readonly productionWh: readonly Float64Array[];
  /** L_j. [Wh] (C × n) */
  readonly withdrawalWh: readonly Float64Array[];
  /** Σ_i P_i. [Wh] */
  readonly supplyWh: Float64Array;
  /** P_i / Σ_k P_k: each producer's part of what is shared by one row; 0 where nothing is produced. (P × n) */
  readonly weightRatio: readonly Float64Array[];
  /** Where the default key applies and what it gives; `undefined` where it applies at no step of the tile. */
  readonly defaultKey: DefaultKey | undefined;
};

/** The default key on a tile, C_j = L_j / Σ L. Arrays: (end − first,). */
export type DefaultKey = {
  /** 1 at the steps where it applies. */
  readonly steps: Uint8Array;
  /** Σ P / Σ L: what it gives for each Wh withdrawn; 0 where nothing is withdrawn. */
  readonly supplyRatio: Float64Array;
};

/** Prepares the steps [first, end[ of an input that `assertAllocationInput` accepts. O((end − first)·(P + C)). */
export function openTile({ production, withdrawal, coefficients }: AllocationInput, first: number, end: number): Tile {
  const injectionWh = production.map(({ energyWh }) => energyWh.subarray(first, end));
  const withdrawalWh = withdrawal.map(({ energyWh }) => energyWh.subarray(first, end));
  const supplyWh = sum(injectionWh, end - first);
  const steps = defaultSteps(coefficients, first, end);
  return {
    first,
    end,
    productionWh: injectionWh.map((wh) => wh.map((value, t) => (Number.isNaN(supplyWh[t]) ? Number.NaN : value))),
    withdrawalWh,
    supplyWh,
    weightRatio: injectionWh.map((wh) => divide(wh, supplyWh)),
    defaultKey: steps && { steps, supplyRatio: divide(supplyWh, sum(withdrawalWh, end - first)) },
  };
}

function defaultSteps(coefficients: Coefficients, first: number, end: number): Uint8Array | undefined {
  if (coefficients.kind === "static") return;
  if (coefficients.kind === "default") return new Uint8Array(end - first).fill(1);
  const steps = coefficients.defaultSteps?.subarray(first, end);
  return steps?.some((applies) => applies !== 0) ? steps : undefined;
}

function sum(arraysWh: readonly Float64Array[], length: number): Float64Array {
  const sumWh = new Float64Array(length);
  for (const wh of arraysWh) {
    for (let t = 0; t < length; t += 1) sumWh[t] = (sumWh[t] as number) + (wh[t] as number);
  }
  return sumWh;
}

/** Divides step by step; 0 where the divisor is 0 or too small to divide by, missing where either is missing. */
function divide(dividends: Float64Array, divisors: Float64Array): Float64Array {
  return dividends.map((dividend, t) => {
    const divisor = divisors[t] as number;
    const ratio = dividend / divisor;
    return divisor === 0 || ratio === Number.POSITIVE_INFINITY ? 0 * dividend : ratio;
  });
}
