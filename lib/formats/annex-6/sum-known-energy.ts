/** The sum of energies; null when there is none, or when one of them is missing. [Wh] */
export function sumKnownEnergy(energiesWh: readonly (number | null)[]): number | null {
  if (energiesWh.length === 0) return null;
  let sumWh = 0;
  for (const energyWh of energiesWh) {
    if (energyWh === null) return null;
    sumWh += energyWh;
  }
  return sumWh;
}
