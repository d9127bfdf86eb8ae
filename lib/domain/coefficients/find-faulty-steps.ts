import { WHOLE_PPM } from "./coefficients";
import type { PpmByConsumer } from "./delivery";

/** Steps [start, end[ of a period. */
export type StepRange = { readonly start: number; readonly end: number };

/** Who must have a coefficient, and who may. */
export type NotifiedConsumers = {
  /** Consumers of the perimeter at these steps. */
  readonly expected: ReadonlySet<string>;
  /** Consumers of the perimeter at some step of the period: who has just left, or enters soon, may have one. */
  readonly known: ReadonlySet<string>;
};

/**
 * The steps whose coefficients break annexe 5: a consumer without one, a stranger with one, one below zero or a sum
 * above the whole.
 *
 * @returns 1 at each faulty step of the range. (end − start,)
 * @see Convention Enedis-FOR-CF_01E, art. 4.4.
 */
export function findFaultySteps(
  ppm: PpmByConsumer,
  { expected, known }: NotifiedConsumers,
  { start, end }: StepRange,
): Uint8Array {
  const faulty = new Uint8Array(end - start);
  for (const consumerId of expected) {
    if (!ppm.has(consumerId)) return faulty.fill(1);
  }
  const sumPpm = new Float64Array(end - start);
  for (const [consumerId, values] of ppm) {
    addConsumer(values.subarray(start, end), expected.has(consumerId), known.has(consumerId), { faulty, sumPpm });
  }
  for (const [t, sum] of sumPpm.entries()) if (sum > WHOLE_PPM) faulty[t] = 1;
  return faulty;
}

type Sums = { readonly faulty: Uint8Array; readonly sumPpm: Float64Array };

function addConsumer(ppm: Int32Array, isExpected: boolean, isKnown: boolean, { faulty, sumPpm }: Sums): void {
  for (const [t, value] of ppm.entries()) {
    const isWrong = value < 0 ? isExpected : !isKnown;
    if (isWrong) faulty[t] = 1;
    if (value > 0) sumPpm[t] = (sumPpm[t] as number) + value;
  }
}
