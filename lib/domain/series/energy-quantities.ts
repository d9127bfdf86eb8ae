import type { EnergyQuantity } from "./energy-quantity";

/** Every quantity, the measured ones first. */
export const ENERGY_QUANTITIES: readonly EnergyQuantity[] = [
  "withdrawal",
  "injection",
  "self_consumed",
  "self_produced",
  "surplus",
  "complement",
];
