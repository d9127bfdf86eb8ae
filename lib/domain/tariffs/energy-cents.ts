/**
 * What an energy costs, not rounded. Nothing costs nothing, whatever its price: no price is asked for then.
 *
 * @param energyWh - [Wh]
 * @param price - [1e-5 €/kWh]; `NaN` when it lacks.
 * @returns [cents]; `NaN` when the price lacks.
 */
export function energyCents(energyWh: number, price: number): number {
  return energyWh === 0 ? 0 : (energyWh * price) / 1e6;
}
