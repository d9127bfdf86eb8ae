import { DomainError } from "@/lib/domain/errors";
import { type Coefficients, WHOLE_PPM } from "./coefficients";

/** What coefficients must fit. */
export type CoefficientsShape = {
  readonly producers: number;
  readonly consumers: number;
  readonly steps: number;
};

/**
 * What each row of coefficients leaves of the whole, 1 − Σ_j C_ij; refuses coefficients that do not fit the operation
 * or give away more than there is.
 *
 * Steps of the default key leave nothing; what was received for them is not looked at, it may be anything.
 *
 * @param coefficients - Of any kind. [ppm]
 * @param shape - Numbers of producers, consumers and steps of the operation.
 * @returns One row for each producer when full dynamic, one for all of them otherwise. [ppm] (P × T) or (1 × T)
 * @throws {DomainError} COEFFICIENTS_MISMATCH when a producer, a consumer or a step has none, or one too many.
 * @throws {DomainError} INVALID_COEFFICIENT when one is not an integer from 0 to 1 000 000.
 * @throws {DomainError} COEFFICIENTS_ABOVE_ONE when those of one producer at one step add up to more than the whole.
 *   `details` say which producer, consumer and step.
 *
 * Runs in O(C·T), O(P·C·T) when full dynamic.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 11.7.1: Σ_j C_ij ≤ 1.
 */
export function sumUnallocatedPpm(coefficients: Coefficients, shape: CoefficientsShape): Float64Array[] {
  const { producers, consumers, steps } = shape;
  switch (coefficients.kind) {
    case "default":
      return [new Float64Array(steps)];
    case "static":
      assertLength(coefficients.ppm.length, consumers, "consumers");
      assertRow(coefficients.ppm, {});
      return [new Float64Array(steps).fill(WHOLE_PPM - coefficients.ppm.reduce((sum, ppm) => sum + ppm, 0))];
    case "dynamic_simple":
      return [leaveSteps(coefficients.ppm, coefficients.defaultSteps, shape, {})];
    case "dynamic_full":
      assertLength(coefficients.ppm.length, producers, "producers");
      return coefficients.ppm.map((rows, producer) => leaveSteps(rows, coefficients.defaultSteps, shape, { producer }));
  }
}

type Place = Readonly<Record<string, number>>;

function leaveSteps(
  rows: readonly Uint32Array[],
  defaultSteps: Uint8Array | undefined,
  { consumers, steps }: CoefficientsShape,
  place: Place,
): Float64Array {
  assertLength(rows.length, consumers, "consumers", place);
  for (const [consumer, ppm] of rows.entries()) assertLength(ppm.length, steps, "steps", { ...place, consumer });
  if (defaultSteps) assertLength(defaultSteps.length, steps, "default steps");

  const leftPpm = subtractRows(rows, steps);
  for (let t = 0; t < steps; t += 1) {
    if (defaultSteps?.[t]) leftPpm[t] = 0;
    // Stored without a sign, coefficients that add up to no more than the whole are each within it.
    if ((leftPpm[t] as number) < 0) {
      const rowPpm = rows.map((ppm) => ppm[t] as number);
      assertRow(rowPpm, { ...place, step: t });
    }
  }
  return leftPpm;
}

/** In floating point, which holds any sum exactly: a negative number stored without a sign is huge. */
function subtractRows(rows: readonly Uint32Array[], steps: number): Float64Array {
  const leftPpm = new Float64Array(steps).fill(WHOLE_PPM);
  const none = new Uint32Array(steps);
  for (let j = 0; j < rows.length; j += 4) {
    // Four rows at a time: what is left is read and written four times less.
    const [a = none, b = none, c = none, d = none] = rows.slice(j, j + 4);
    for (let t = 0; t < steps; t += 1) {
      const given = (a[t] as number) + (b[t] as number) + (c[t] as number) + (d[t] as number);
      leftPpm[t] = (leftPpm[t] as number) - given;
    }
  }
  return leftPpm;
}

function assertRow(rowPpm: readonly number[], place: Place): void {
  let sumPpm = 0;
  for (const [consumer, ppm] of rowPpm.entries()) {
    if (!Number.isInteger(ppm) || ppm < 0 || ppm > WHOLE_PPM) {
      throw new DomainError("INVALID_COEFFICIENT", `a coefficient is an integer from 0 to ${WHOLE_PPM} ppm`, {
        details: { ...place, consumer, ppm },
      });
    }
    sumPpm += ppm;
  }
  if (sumPpm > WHOLE_PPM) {
    throw new DomainError("COEFFICIENTS_ABOVE_ONE", `the coefficients of a step add up to ${sumPpm} ppm`, {
      details: { ...place, sumPpm },
    });
  }
}

function assertLength(found: number, expected: number, what: string, place: Place = {}): void {
  if (found === expected) return;
  throw new DomainError("COEFFICIENTS_MISMATCH", `coefficients for ${found} ${what}, not ${expected}`, {
    details: { ...place, what, found, expected },
  });
}
