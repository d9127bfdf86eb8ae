import { seededUniform } from "./seeded-uniform";

const DRAWS = 4;
const TO_UNIT_VARIANCE = Math.sqrt(12 / DRAWS);

/**
 * A bell-shaped number of mean 0 and variance 1, drawn from its coordinates.
 *
 * Bounded to ±3.46: no weather and no load of ours needs a once-in-a-millennium value.
 *
 * @param seed - Which world. (int32)
 * @param key - Where in it. (int32)
 * @param stream - Which of several independent draws at that place. (int32)
 *
 * @see Irwin–Hall: the sum of n uniforms tends to the normal law; n = 4 here.
 */
export function seededNormal(seed: number, key: number, stream: number): number {
  let sum = 0;
  for (let draw = 0; draw < DRAWS; draw += 1) sum += seededUniform(seed, key, stream * DRAWS + draw);
  return (sum - DRAWS / 2) * TO_UNIT_VARIANCE;
}
