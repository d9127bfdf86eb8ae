/**
 * Mean power over a step from its energy. [W]
 *
 * @param energyWh - Energy of the step. [Wh]
 * @param stepMinutes - Step length. [min]
 *
 * @example
 * energyToPowerW(3333, 30); // => 6666
 */
export function energyToPowerW(energyWh: number, stepMinutes: number): number {
  return (energyWh * 60) / stepMinutes;
}
