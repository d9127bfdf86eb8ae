/**
 * Energy of a step from its mean power. [Wh]
 *
 * @param meanPowerW - Mean active power over the step. [W]
 * @param stepMinutes - Step length. [min]
 *
 * @example
 * powerToEnergyWh(6666, 30); // => 3333
 */
export function powerToEnergyWh(meanPowerW: number, stepMinutes: number): number {
  return (meanPowerW * stepMinutes) / 60;
}
