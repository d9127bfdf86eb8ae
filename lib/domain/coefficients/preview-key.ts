import { allocate } from "@/lib/domain/allocation/allocate";
import type { EnergySeries } from "@/lib/domain/series/energy-series";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import type { Coefficients } from "./coefficients";
import type { PreviewBasis, PreviewCurve, PreviewMonth } from "./preview-basis";

/** Ten days or so: a month of a thousand consumers would be 12 MB for each of the curves made of them. */
const STEPS_AT_ONCE = 512;

/** What the coefficients of a part of the basis are made from; nothing is missing in it. */
export type PreviewPart = {
  readonly axis: TimeAxis;
  /** [Wh per step] (P × T) */
  readonly production: readonly EnergySeries[];
  /** [Wh per step] (C × T) */
  readonly withdrawal: readonly EnergySeries[];
};

/** What a key would have given one consumer. [Wh] */
export type ConsumerPreview = {
  readonly withdrawalWh: number;
  readonly selfConsumedWh: number;
  readonly complementWh: number;
  /** Self-consumed / withdrawal; null where nothing is withdrawn. */
  readonly selfProductionRate: number | null;
};

/** What a key would have made of one producer's energy. [Wh] */
export type ProducerPreview = {
  readonly productionWh: number;
  readonly selfProducedWh: number;
  readonly surplusWh: number;
};

/** What a key would have given over its basis, in the basis's order. Steps that are left out count for nobody. */
export type KeyPreview = {
  readonly consumers: readonly ConsumerPreview[];
  readonly producers: readonly ProducerPreview[];
  readonly productionWh: number;
  readonly withdrawalWh: number;
  readonly selfConsumedWh: number;
  readonly surplusWh: number;
  /** Self-consumed / production; null where nothing is produced. */
  readonly selfConsumptionRate: number | null;
  /** Self-consumed / withdrawal; null where nothing is withdrawn. */
  readonly selfProductionRate: number | null;
  /** Σ min(Σ P, Σ L): what the best key could have shared. [Wh] */
  readonly boundWh: number;
  /** Self-consumed / bound, 0 to 1; null where nothing could be shared. */
  readonly boundRatio: number | null;
  readonly months: readonly {
    readonly from: CivilDate;
    readonly productionWh: number;
    readonly selfConsumedWh: number;
    readonly boundWh: number;
  }[];
  readonly stepCount: number;
  readonly leftOutSteps: number;
};

/**
 * Tries a key on curves: what each consumer and each producer would have got, by the five steps of annexe 7.
 *
 * Some days at a time, so that what is held at once stays small.
 *
 * @param basis - What is shared.
 * @param coefficients - Of any kind, in the basis's order and on its axis; or what makes them for a part of it, so that
 *   a year of dynamic ones is never held. [ppm]
 * @throws {DomainError} COEFFICIENTS_MISMATCH, INVALID_COEFFICIENT, COEFFICIENTS_ABOVE_ONE, NEGATIVE_ENERGY: see `allocate`.
 *
 * Runs in O(T·(P + C)), O(T·P·C) when full dynamic.
 *
 * @see Convention Enedis-FOR-CF_01E, annexe 7 and art. 11.6.1.3. At each step no key shares more than min(Σ P, Σ L).
 */
export function previewKey(
  basis: PreviewBasis,
  coefficients: Coefficients | ((part: PreviewPart) => Coefficients),
): KeyPreview {
  const usedByConsumer = new Float64Array(basis.withdrawal.length);
  const usedByProducer = new Float64Array(basis.production.length);
  const months = basis.months.map(({ start, end, ...month }) => {
    let selfConsumedWh = 0;
    for (let first = start; first < end; first += STEPS_AT_ONCE) {
      const part = { start: first, end: Math.min(first + STEPS_AT_ONCE, end) };
      selfConsumedWh += addPairs(allocatePart(basis, part, coefficients), usedByProducer, usedByConsumer);
    }
    return { ...month, selfConsumedWh: Math.min(selfConsumedWh, month.boundWh) };
  });
  const productionWh = sum(basis.productionWh);
  const withdrawalWh = sum(basis.withdrawalWh);
  const selfConsumedWh = sum(months.map((month) => month.selfConsumedWh));
  const boundWh = sum(months.map((month) => month.boundWh));
  return {
    consumers: basis.withdrawalWh.map((wh, j) => consumerOf(wh, usedByConsumer[j] as number)),
    producers: basis.productionWh.map((wh, i) => producerOf(wh, usedByProducer[i] as number)),
    productionWh,
    withdrawalWh,
    selfConsumedWh,
    surplusWh: Math.max(0, productionWh - selfConsumedWh),
    selfConsumptionRate: divide(selfConsumedWh, productionWh),
    selfProductionRate: divide(selfConsumedWh, withdrawalWh),
    boundWh,
    boundRatio: divide(selfConsumedWh, boundWh),
    months,
    stepCount: basis.axis.length,
    leftOutSteps: basis.leftOut.length,
  };
}

type Span = Pick<PreviewMonth, "start" | "end">;

function allocatePart(
  basis: PreviewBasis,
  span: Span,
  coefficients: Coefficients | ((part: PreviewPart) => Coefficients),
): readonly Float64Array[] {
  const { startMs, stepMinutes } = basis.axis;
  const axis = { startMs: startMs + span.start * stepMinutes * 60_000, stepMinutes, length: span.end - span.start };
  const leftOut = basis.leftOut.filter((t) => t >= span.start && t < span.end);
  const cut = (curve: PreviewCurve) => cutCurve(curve, span, leftOut, axis);
  const part = { axis, production: basis.production.map(cut), withdrawal: basis.withdrawal.map(cut) };
  const own = typeof coefficients === "function" ? coefficients(part) : cutCoefficients(coefficients, span);
  return allocate({ ...part, coefficients: own }).pairTotalsWh;
}

function addPairs(pairs: readonly Float64Array[], byProducer: Float64Array, byConsumer: Float64Array): number {
  let totalWh = 0;
  for (const [i, row] of pairs.entries()) {
    for (let j = 0; j < row.length; j += 1) {
      const wh = row[j] as number;
      byProducer[i] = (byProducer[i] as number) + wh;
      byConsumer[j] = (byConsumer[j] as number) + wh;
      totalWh += wh;
    }
  }
  return totalWh;
}

// What is left out counts for nobody: as 0 on both sides it gives and takes nothing.
function cutCurve(curve: PreviewCurve, { start, end }: Span, leftOut: Uint32Array, axis: TimeAxis): EnergySeries {
  const energyWh = new Float64Array(curve.subarray(start, end));
  for (const t of leftOut) energyWh[t - start] = 0;
  return { axis, energyWh };
}

function cutCoefficients(coefficients: Coefficients, { start, end }: Span): Coefficients {
  if (coefficients.kind === "default" || coefficients.kind === "static") return coefficients;
  const cutRow = (row: Uint32Array) => row.subarray(start, end);
  const { defaultSteps } = coefficients;
  const steps = defaultSteps ? { defaultSteps: defaultSteps.subarray(start, end) } : {};
  if (coefficients.kind === "dynamic_simple") {
    return { kind: coefficients.kind, ppm: coefficients.ppm.map(cutRow), ...steps };
  }
  return { kind: coefficients.kind, ppm: coefficients.ppm.map((rows) => rows.map(cutRow)), ...steps };
}

// Sums of the same energies in another order may differ in their last bits: a part is never more than its whole.
function consumerOf(withdrawalWh: number, usedWh: number): ConsumerPreview {
  const selfConsumedWh = Math.min(usedWh, withdrawalWh);
  return {
    withdrawalWh,
    selfConsumedWh,
    complementWh: withdrawalWh - selfConsumedWh,
    selfProductionRate: divide(selfConsumedWh, withdrawalWh),
  };
}

function producerOf(productionWh: number, usedWh: number): ProducerPreview {
  const selfProducedWh = Math.min(usedWh, productionWh);
  return { productionWh, selfProducedWh, surplusWh: productionWh - selfProducedWh };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function divide(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.min(1, part / whole);
}
