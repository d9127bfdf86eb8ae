import type { EnergyDayFlow } from "./read-energy-day";

export type EnergyFlows = Readonly<Record<EnergyDayFlow, number | null>>;

/**
 * Rounds the flows of one step, day or period so that they add up as they are read:
 * self-consumed + surplus = production, self-consumed + complement = withdrawal.
 *
 * @param flows - [Wh]
 * @param unitWh - What the last decimal shown is worth: 100 for kWh with one decimal. [Wh]
 */
export function roundEnergyFlows({ production, withdrawal, selfConsumed }: EnergyFlows, unitWh: number): EnergyFlows {
  const round = (energyWh: number | null) => (energyWh === null ? null : Math.round(energyWh / unitWh) * unitWh);
  const [produced, drawn, shared] = [round(production), round(withdrawal), round(selfConsumed)];
  return {
    production: produced,
    withdrawal: drawn,
    selfConsumed: shared,
    surplus: subtract(produced, shared),
    complement: subtract(drawn, shared),
  };
}

function subtract(whole: number | null, part: number | null): number | null {
  return whole === null || part === null ? null : whole - part;
}
