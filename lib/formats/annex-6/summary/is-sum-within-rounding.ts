// Half of the second decimal of a kWh.
const ROUNDING_WH = 5;

/** Whether a sum is what was announced, when each of its parts and the total itself were rounded to 0.01 kWh. */
export function isSumWithinRounding(announcedWh: number, sumWh: number, partCount: number): boolean {
  return Math.abs(announcedWh - sumWh) <= ROUNDING_WH * (partCount + 1);
}
