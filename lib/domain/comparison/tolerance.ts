/** What the operator's curves are rounded to: whole watts, up or down. [W] */
export const CURVE_TOLERANCE_W = 1;

/** What its energies are rounded to: two decimals of a kWh. [Wh] */
export const ENERGY_TOLERANCE_WH = 10;

/** Two sums of the same energies may differ in their last bits. [Wh] */
export const ARITHMETIC_TOLERANCE_WH = 1e-6;

/**
 * How far two values of a step may be apart and still be the same: 1 W of mean power over the step.
 *
 * A file that rounds to the nearest watt is off by half a watt, one that cuts the decimals off by one.
 *
 * @param stepMinutes - [min]
 * @returns [Wh]
 * @see Convention Enedis-FOR-CF_01E, annexe 6: powers in W, energies in kWh with two decimals.
 *
 * @example
 * curveToleranceWh(30); // => 0.5 Wh (and its last bits)
 */
export function curveToleranceWh(stepMinutes: number): number {
  return (CURVE_TOLERANCE_W * stepMinutes) / 60 + ARITHMETIC_TOLERANCE_WH;
}
