import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { listParisDays } from "@/lib/domain/time/list-paris-days";
import type { TimeAxis } from "@/lib/domain/time/time-axis";

/** A curve on the basis's axis; 32 bits are enough for what a preview shows, and half of the memory. [Wh per step] */
export type PreviewCurve = Float32Array | Float64Array;

/** A calendar month of the basis: steps `start` to `end` − 1. */
export type PreviewMonth = {
  /** Its first day. */
  readonly from: CivilDate;
  readonly start: number;
  readonly end: number;
  /** Σ P over the steps that count. [Wh] */
  readonly productionWh: number;
  /** Σ min(Σ P, Σ L) over the steps that count: what no key can exceed. [Wh] */
  readonly boundWh: number;
};

/** The curves keys are tried on, and all that does not depend on the key. */
export type PreviewBasis = {
  readonly axis: TimeAxis;
  /** P_i. (P × T) */
  readonly production: readonly PreviewCurve[];
  /** L_j. (C × T) */
  readonly withdrawal: readonly PreviewCurve[];
  readonly months: readonly PreviewMonth[];
  /** The steps at which a value is missing, in order: they count for nobody. */
  readonly leftOut: Uint32Array;
  /** Totals over the steps that count. [Wh] (P,) */
  readonly productionWh: readonly number[];
  /** [Wh] (C,) */
  readonly withdrawalWh: readonly number[];
};

/**
 * Prepares curves for trying keys on them.
 *
 * A step at which one curve misses its value is left out for everybody: what consumers get would otherwise not add up
 * to what producers give, and a missing value would pass for 0.
 *
 * @param axis - Whole Paris days.
 * @param production - P_i, `NaN` where missing; kept, not modified. [Wh per step] (P × T)
 * @param withdrawal - L_j, the same. [Wh per step] (C × T)
 * @throws {DomainError} AXIS_MISMATCH when a curve has another length than the axis.
 *
 * Runs in O(T·(P + C)).
 */
export function previewBasis(
  axis: TimeAxis,
  production: readonly PreviewCurve[],
  withdrawal: readonly PreviewCurve[],
): PreviewBasis {
  const supplyWh = addUp(production, axis);
  const demandWh = addUp(withdrawal, axis);
  const leftOut = findMissing(supplyWh, demandWh);
  return {
    axis,
    production,
    withdrawal,
    months: listMonths(axis).map((span) => ({ ...span, ...sumMonth(span, supplyWh, demandWh) })),
    leftOut,
    productionWh: production.map((curve) => sumCounted(curve, leftOut)),
    withdrawalWh: withdrawal.map((curve) => sumCounted(curve, leftOut)),
  };
}

type Span = Pick<PreviewMonth, "from" | "start" | "end">;

function addUp(curves: readonly PreviewCurve[], axis: TimeAxis): Float64Array {
  const sumWh = new Float64Array(axis.length);
  for (const curve of curves) {
    if (curve.length !== axis.length) {
      throw new DomainError("AXIS_MISMATCH", "every curve has one value for each step", {
        details: { found: curve.length, expected: axis.length },
      });
    }
    for (let t = 0; t < sumWh.length; t += 1) sumWh[t] = (sumWh[t] as number) + (curve[t] as number);
  }
  return sumWh;
}

function findMissing(supplyWh: Float64Array, demandWh: Float64Array): Uint32Array {
  const missing: number[] = [];
  for (let t = 0; t < supplyWh.length; t += 1) {
    if (Number.isNaN((supplyWh[t] as number) + (demandWh[t] as number))) missing.push(t);
  }
  return Uint32Array.from(missing);
}

function listMonths(axis: TimeAxis): readonly Span[] {
  const months: { from: CivilDate; start: number; end: number }[] = [];
  for (const { day, start, length } of listParisDays(axis)) {
    const last = months.at(-1);
    if (last && last.from.slice(0, 7) === day.slice(0, 7)) last.end = start + length;
    else months.push({ from: day, start, end: start + length });
  }
  return months;
}

function sumMonth({ start, end }: Span, supplyWh: Float64Array, demandWh: Float64Array) {
  let productionWh = 0;
  let boundWh = 0;
  for (let t = start; t < end; t += 1) {
    const supply = supplyWh[t] as number;
    const demand = demandWh[t] as number;
    if (Number.isNaN(supply + demand)) continue;
    productionWh += supply;
    boundWh += Math.min(supply, demand);
  }
  return { productionWh, boundWh };
}

function sumCounted(curve: PreviewCurve, leftOut: Uint32Array): number {
  let sumWh = 0;
  let next = 0;
  for (let t = 0; t < curve.length; t += 1) {
    if (t === leftOut[next]) next += 1;
    else sumWh += curve[t] as number;
  }
  return sumWh;
}
