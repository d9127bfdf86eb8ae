import { formatNumber, formatQuantity, UNKNOWN } from "./format-number";

export type EnergyUnit = "Wh" | "kWh" | "MWh" | "GWh";

const WH_PER_UNIT: Readonly<Record<EnergyUnit, number>> = { Wh: 1, kWh: 1e3, MWh: 1e6, GWh: 1e9 };

/** Energy in the given unit. [Wh → unit] Missing stays missing. */
export function toEnergyUnit(energyWh: number | null | undefined, unit: EnergyUnit): number | null {
  return energyWh === null || energyWh === undefined ? null : energyWh / WH_PER_UNIT[unit];
}

/** `12345` Wh → `12,3 kWh`. */
export function formatKwh(energyWh: number | null | undefined, decimals = 1): string {
  return formatQuantity(toEnergyUnit(energyWh, "kWh"), "kWh", { minDecimals: decimals });
}

/** `12345678` Wh → `12,35 MWh`. */
export function formatMwh(energyWh: number | null | undefined, decimals = 2): string {
  return formatQuantity(toEnergyUnit(energyWh, "MWh"), "MWh", { minDecimals: decimals });
}

/** `1234` Wh → `1 234 Wh`. */
export function formatWh(energyWh: number | null | undefined): string {
  return formatQuantity(energyWh, "Wh");
}

/**
 * The unit in which figures of this size are read at a glance. Give it the largest
 * figure of a screen, so that all of them share one unit.
 *
 * @param energyWh - [Wh]
 */
export function chooseEnergyUnit(energyWh: number | null | undefined): EnergyUnit {
  const size = Math.abs(energyWh ?? 0);
  if (size >= 10e9) return "GWh";
  if (size >= 10e6) return "MWh";
  return size > 0 && size < 1e3 ? "Wh" : "kWh";
}

/** Value and unit apart, for a figure whose unit is set smaller. Unknown has no unit. */
export function splitEnergy(
  energyWh: number | null | undefined,
  unit: EnergyUnit = chooseEnergyUnit(energyWh),
): { value: string; unit: string } {
  const decimals = unit === "Wh" ? 0 : 1;
  const value = formatNumber(toEnergyUnit(energyWh, unit), { minDecimals: decimals });
  return { value, unit: value === UNKNOWN ? "" : unit };
}

/** Energy in the unit that suits its size: `12,3 kWh`, `45,6 MWh`. */
export function formatEnergy(energyWh: number | null | undefined, unit?: EnergyUnit): string {
  const parts = splitEnergy(energyWh, unit);
  return parts.unit ? `${parts.value}\u00a0${parts.unit}` : parts.value;
}

/** Mean or peak power, `3600` W → `3,6 kW`. */
export function formatKw(powerW: number | null | undefined, decimals = 1): string {
  const kw = powerW === null || powerW === undefined ? null : powerW / 1e3;
  return formatQuantity(kw, "kW", { minDecimals: decimals });
}

/** A difference of energies with its sign, `+1,2 kWh`. */
export function formatSignedKwh(energyWh: number | null | undefined, decimals = 1): string {
  return formatQuantity(toEnergyUnit(energyWh, "kWh"), "kWh", { minDecimals: decimals, signed: true });
}
