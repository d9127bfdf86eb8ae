import { type Coefficients, WHOLE_PPM } from "@/lib/domain/coefficients/coefficients";
import type { AllocationInput } from "./allocation";

/** The five steps of annexe 7 with their figures, for one time step. `NaN` means missing. */
export type StepExplanation = {
  /** The default key applies at this step. */
  readonly isDefaultKey: boolean;
  /** P_i. [Wh] (P,) */
  readonly productionWh: readonly number[];
  /** L_j. [Wh] (C,) */
  readonly withdrawalWh: readonly number[];
  /** C_ij. [0 to 1] (P × C) */
  readonly coefficientRatio: readonly (readonly number[])[];
  /** Step 1: P_ij. [Wh] (P × C) */
  readonly provisionalWh: readonly (readonly number[])[];
  /** Step 1: P_i,na. [Wh] (P,) */
  readonly unallocatedWh: readonly number[];
  /** Σ_i P_ij. [Wh] (C,) */
  readonly allocatedWh: readonly number[];
  /** Step 2: SC_j. [Wh] (C,) */
  readonly consumerSurplusWh: readonly number[];
  /** Step 3: SP_ij. [Wh] (P × C) */
  readonly pairSurplusWh: readonly (readonly number[])[];
  /** Step 4: SP_i. [Wh] (P,) */
  readonly surplusWh: readonly number[];
  /** Step 5: P_ij*. [Wh] (P × C) */
  readonly finalWh: readonly (readonly number[])[];
  /** Σ_i P_ij*. [Wh] (C,) */
  readonly selfConsumedWh: readonly number[];
  /** L_j − self-consumed. [Wh] (C,) */
  readonly complementWh: readonly number[];
  /** P_i − SP_i. [Wh] (P,) */
  readonly selfProducedWh: readonly number[];
};

/**
 * Shares the energy of one time step and shows every figure on the way.
 *
 * A transcription of the convention, one line for each of its formulas: it is what a screen explains, and what `allocate`
 * is checked against. Its figures are those of `allocate` but for the last digits.
 *
 * @param input - An input that `allocate` accepts.
 * @param step - Index on its axis.
 * @throws {RangeError} when the step is not on the axis.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 11.7.2.
 */
export function explainStep(input: AllocationInput, step: number): StepExplanation {
  if (!Number.isInteger(step) || step < 0 || step >= input.axis.length) throw new RangeError(`no step ${step}`);
  const P = input.production.map(({ energyWh }) => energyWh[step] as number);
  const L = input.withdrawal.map(({ energyWh }) => energyWh[step] as number);
  const isDefaultKey = appliesDefaultKey(input.coefficients, step);
  const C = P.map((_, i) => (isDefaultKey ? defaultRow(L) : rowPpm(input.coefficients, i, step).map(toRatio)));
  const unallocated = P.map((_, i) =>
    isDefaultKey ? defaultLeftRatio(L) : toRatio(WHOLE_PPM - sum(rowPpm(input.coefficients, i, step))),
  );
  // A missing P_i blanks the step, and so does a missing L_j where the default key applies.
  const blank = 0 * sum(P) + (isDefaultKey ? 0 * sum(L) : 0);

  const Pij = P.map((p, i) => L.map((_, j) => p * at(C, i, j)));
  const Pna = P.map((p, i) => p * (unallocated[i] as number));
  const allocated = L.map((l, j) => sum(P.map((_, i) => at(Pij, i, j))) + blank + 0 * l);
  const SC = L.map((l, j) => Math.max(0, (allocated[j] as number) - l));
  const SPij = P.map((_, i) => L.map((_, j) => (SC[j] as number) * part(at(Pij, i, j), allocated[j] as number)));
  const SP = P.map((_, i) => sum(SPij[i] as number[]) + (Pna[i] as number) + blank);
  const final = P.map((_, i) => L.map((_, j) => at(Pij, i, j) - at(SPij, i, j)));
  const selfConsumed = L.map((l, j) => sum(P.map((_, i) => at(final, i, j))) + blank + 0 * l);

  return {
    isDefaultKey,
    productionWh: P,
    withdrawalWh: L,
    coefficientRatio: C,
    provisionalWh: Pij,
    unallocatedWh: Pna,
    allocatedWh: allocated,
    consumerSurplusWh: SC,
    pairSurplusWh: SPij,
    surplusWh: SP,
    finalWh: final,
    selfConsumedWh: selfConsumed,
    complementWh: L.map((l, j) => l - (selfConsumed[j] as number)),
    selfProducedWh: P.map((p, i) => p - (SP[i] as number)),
  };
}

type Matrix = readonly (readonly number[])[];

function appliesDefaultKey(coefficients: Coefficients, step: number): boolean {
  if (coefficients.kind === "default") return true;
  return coefficients.kind !== "static" && Boolean(coefficients.defaultSteps?.[step]);
}

/** C_j of the default key: the pro rata of withdrawal, 0 when nobody withdraws. */
function defaultRow(L: readonly number[]): number[] {
  const total = sum(L);
  return L.map((l) => part(l, total));
}

function defaultLeftRatio(L: readonly number[]): number {
  return sum(L) === 0 ? 1 : 0;
}

function rowPpm(coefficients: Coefficients, producer: number, step: number): number[] {
  if (coefficients.kind === "default") return [];
  if (coefficients.kind === "static") return [...coefficients.ppm];
  const rows = coefficients.kind === "dynamic_full" ? coefficients.ppm[producer] : coefficients.ppm;
  return (rows ?? []).map((values) => values[step] as number);
}

function toRatio(ppm: number): number {
  return ppm / WHOLE_PPM;
}

function part(value: number, whole: number): number {
  return whole === 0 ? 0 : value / whole;
}

function at(matrix: Matrix, i: number, j: number): number {
  return matrix[i]?.[j] as number;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
