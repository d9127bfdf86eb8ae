import { allocateOneRow } from "./allocate-one-row";
import { allocateProducerRows } from "./allocate-producer-rows";
import type { Allocation, AllocationInput } from "./allocation";
import { prepareSharing } from "./prepare-sharing";

/**
 * Shares the energy of an operation between its consumers, step by step, by the five steps of annexe 7.
 *
 * With P_i the production, L_j the withdrawal and C_ij the coefficients of a step:
 *
 *     1. P_ij = P_i · C_ij                    not allocated: P_i,na = P_i · (1 − Σ_j C_ij)
 *     2. SC_j = max(0, Σ_i P_ij − L_j)        what j cannot use goes to no other consumer
 *     3. SP_ij = SC_j · P_ij / Σ_k P_kj       and 0 where the denominator is 0
 *     4. SP_i = Σ_j SP_ij + P_i,na
 *     5. P_ij* = P_ij − SP_ij
 *
 * Missing is `NaN` and spreads by these rules: a missing P_i blanks the step; a missing L_j blanks consumer j and the
 * producers' figures of the step, not the other consumers; with the default key, which needs every L, the whole step.
 *
 * Energy is conserved at each step: Σ_j P_ij* + SP_i = P_i and 0 ≤ Σ_i P_ij* ≤ L_j. A surplus that should be 0 is 0.
 *
 * @param input - Series on one axis [Wh per step], coefficients [ppm]; not modified.
 * @returns New arrays on the same axis [Wh per step], and the totals of each pair [Wh].
 * @throws {DomainError} AXIS_MISMATCH, NEGATIVE_ENERGY: see `prepareSharing`.
 * @throws {DomainError} COEFFICIENTS_MISMATCH, INVALID_COEFFICIENT, COEFFICIENTS_ABOVE_ONE: see `sumUnallocatedPpm`.
 *
 * Runs in O(T·(P + C)) plus the pair totals, in O(T·P·C) when full dynamic; returns 3·C + 2·P arrays of T.
 *
 * @see Convention Enedis-FOR-CF_01E, annexe 7 (art. 11.7.1 to 11.7.3). `explainStep` shows these figures for one step.
 *
 * @example
 * // one producer of 100 Wh, static 50 % each; consumers withdraw 30 and 80 Wh
 * allocate(input).consumers; // => selfConsumedWh 30 and 50, complementWh 0 and 30
 * allocate(input).producers; // => selfProducedWh 80, surplusWh 20
 */
export function allocate(input: AllocationInput): Allocation {
  const sharing = prepareSharing(input);
  const { coefficients } = input;
  return coefficients.kind === "dynamic_full"
    ? allocateProducerRows(input, coefficients, sharing)
    : allocateOneRow(input, coefficients, sharing);
}
