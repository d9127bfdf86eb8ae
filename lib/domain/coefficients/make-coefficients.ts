import type { KeyMakingInput, KeyRule, MadeCoefficients } from "./key-rule";
import { makeProducerCoefficients } from "./make-producer-coefficients";

/**
 * Makes the coefficients of each step by one rule, the same for every producer (dynamic simple).
 *
 * A step whose rule needs a measure that is missing is marked, never guessed.
 *
 * @param rule - What the organiser chose.
 * @param input - `productionWh` is what all producers inject, `NaN` = missing. [Wh per step] (T,)
 * @returns The sum of each step is the whole at most, rounded by the largest remainder.
 * @throws {DomainError} as `makeProducerCoefficients` does.
 *
 * Runs in O(T·C·log C).
 *
 * @see Convention Enedis-FOR-CF_01E, art. 4.4 and 11.7.3.
 */
export function makeCoefficients(
  rule: KeyRule,
  input: KeyMakingInput & { readonly productionWh: Float64Array; readonly filePpm?: readonly Uint32Array[] },
): MadeCoefficients {
  const { productionWh, filePpm, ...rest } = input;
  const [made] = makeProducerCoefficients([{ rule, productionWh, filePpm }], rest);
  return made as MadeCoefficients;
}
