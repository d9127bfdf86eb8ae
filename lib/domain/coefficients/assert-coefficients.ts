import { DomainError } from "@/lib/domain/errors";
import { type Coefficients, WHOLE_PPM } from "./coefficients";

/** What coefficients must fit. */
export type CoefficientsShape = {
  readonly producers: number;
  readonly consumers: number;
  readonly steps: number;
};

/**
 * Refuses coefficients that do not fit the operation, or that give away more than there is.
 *
 * Steps of `defaultSteps` are not looked at: what was received for them may be anything.
 *
 * @param coefficients - Of any kind. [ppm]
 * @param shape - Numbers of producers, consumers and steps of the operation.
 * @throws {DomainError} COEFFICIENTS_MISMATCH when a producer, a consumer or a step has none, or one too many.
 * @throws {DomainError} INVALID_COEFFICIENT when one is not an integer from 0 to 1 000 000.
 * @throws {DomainError} COEFFICIENTS_ABOVE_ONE when those of one producer at one step add up to more than the whole.
 *
 * Runs in O(C·T), O(P·C·T) when full dynamic.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 11.7.1: Σ_j C_ij ≤ 1.
 */
export function assertCoefficients(coefficients: Coefficients, shape: CoefficientsShape): void {
  if (coefficients.kind === "default") return;
  if (coefficients.kind === "static") {
    assertLength(coefficients.ppm.length, shape.consumers, "consumers");
    assertRow(coefficients.ppm, {});
    return;
  }
  const { defaultSteps } = coefficients;
  if (defaultSteps) assertLength(defaultSteps.length, shape.steps, "default steps");
  if (coefficients.kind === "dynamic_simple") {
    assertSteps(coefficients.ppm, defaultSteps, shape, {});
    return;
  }
  assertLength(coefficients.ppm.length, shape.producers, "producers");
  for (const [producer, ppm] of coefficients.ppm.entries()) assertSteps(ppm, defaultSteps, shape, { producer });
}

type Place = Readonly<Record<string, number>>;

function assertSteps(
  ppm: readonly Uint32Array[],
  defaultSteps: Uint8Array | undefined,
  { consumers, steps }: CoefficientsShape,
  place: Place,
): void {
  assertLength(ppm.length, consumers, "consumers", place);
  const sumPpm = new Float64Array(steps); // a negative number stored in 32 bits is huge: the sum must hold it
  for (const [consumer, values] of ppm.entries()) {
    assertLength(values.length, steps, "steps", { ...place, consumer });
    for (let t = 0; t < steps; t += 1) sumPpm[t] = (sumPpm[t] as number) + (values[t] as number);
  }
  // Coefficients are never negative here, so a sum within the whole proves each of its terms.
  for (let t = 0; t < steps; t += 1) {
    if ((sumPpm[t] as number) > WHOLE_PPM && !defaultSteps?.[t]) {
      assertRow(
        ppm.map((values) => values[t] as number),
        { ...place, step: t },
      );
    }
  }
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
