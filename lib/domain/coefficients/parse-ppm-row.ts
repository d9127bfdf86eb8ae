import { DomainError } from "@/lib/domain/errors";
import { WHOLE_PPM } from "./coefficients";
import { NO_PPM } from "./delivery";

/**
 * The coefficients of one consumer as a machine gives them, checked before they are stored in 32 bits, which would make
 * an integer of anything.
 *
 * @param values - One for each step; null where there is none. [ppm]
 * @param place - Whose they are, for the answer.
 * @returns NO_PPM where there is none. [ppm] (T,)
 * @throws {DomainError} COEFFICIENTS_MISMATCH when there are more or less of them than steps; INVALID_COEFFICIENT when
 *   one is no integer from 0 to 1 000 000.
 */
export function parsePpmRow(
  values: readonly (number | null)[],
  steps: number,
  place: Readonly<Record<string, string>>,
): Int32Array {
  if (values.length !== steps) {
    const details = { ...place, found: values.length, expected: steps };
    throw new DomainError("COEFFICIENTS_MISMATCH", "a dynamic key has one coefficient for each step", { details });
  }
  const isWrong = (value: number | null) =>
    value !== null && (!Number.isInteger(value) || value < 0 || value > WHOLE_PPM);
  const step = values.findIndex(isWrong);
  if (step !== -1) {
    const details = { ...place, step, ppm: values[step] as number };
    throw new DomainError("INVALID_COEFFICIENT", "a coefficient is an integer from 0 to 1 000 000 ppm", { details });
  }
  return Int32Array.from(values, (value) => value ?? NO_PPM);
}
