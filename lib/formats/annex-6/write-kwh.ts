/**
 * An energy as the DSO's files have it: kWh, two decimals after a comma. A missing one is an empty cell.
 *
 * @example
 * writeKwh(134_700); // => "134,70"
 */
export function writeKwh(energyWh: number | null): string {
  if (energyWh === null) return "";
  const hundredths = String(Math.round(energyWh / 10)).padStart(3, "0");
  return `${hundredths.slice(0, -2)},${hundredths.slice(-2)}`;
}
