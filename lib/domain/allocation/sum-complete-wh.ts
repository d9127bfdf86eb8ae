/**
 * Total energy of a series, or `null` when a step is missing: a total is never made smaller by what is not known.
 *
 * @param energyWh - [Wh per step] (T,)
 * @returns [Wh]
 */
export function sumCompleteWh(energyWh: Float64Array): number | null {
  let total = 0;
  for (const wh of energyWh) total += wh;
  return Number.isNaN(total) ? null : total;
}
