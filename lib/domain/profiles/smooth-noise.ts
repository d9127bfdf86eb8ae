import { seededNormal } from "./seeded-normal";

/**
 * A noise without jumps: bell-shaped draws at the integers, joined by a smooth step.
 *
 * @param seed - Which world. (int32)
 * @param position - Any real number; its unit is the distance over which values are alike.
 * @param stream - Which of several independent noises. (int32)
 * @returns Mean 0, variance between ½ and 1.
 */
export function smoothNoise(seed: number, position: number, stream: number): number {
  const knot = Math.floor(position);
  const t = position - knot;
  const weight = t * t * (3 - 2 * t);
  return seededNormal(seed, knot, stream) * (1 - weight) + seededNormal(seed, knot + 1, stream) * weight;
}
