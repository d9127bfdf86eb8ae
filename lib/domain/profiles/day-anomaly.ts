import { seededNormal } from "./seeded-normal";

const PERSISTENCE = 0.6;
const REMEMBERED_DAYS = 8;
const TO_UNIT_VARIANCE = Math.sqrt((1 - PERSISTENCE ** 2) / (1 - PERSISTENCE ** (2 * REMEMBERED_DAYS)));

/**
 * How far a day is from the usual for its season: grey spells and warm spells last a few days.
 *
 * A first-order autoregressive process cut after eight days, so that any day can be computed without the days before it.
 *
 * @param seed - Which world. (int32)
 * @param dayNumber - Days since 1970-01-01.
 * @param stream - Which of several independent quantities. (int32)
 * @returns Mean 0, variance 1, correlation 0.6 from one day to the next.
 */
export function dayAnomaly(seed: number, dayNumber: number, stream: number): number {
  let sum = 0;
  let weight = 1;
  for (let age = 0; age < REMEMBERED_DAYS; age += 1) {
    sum += weight * seededNormal(seed, dayNumber - age, stream);
    weight *= PERSISTENCE;
  }
  return sum * TO_UNIT_VARIANCE;
}
