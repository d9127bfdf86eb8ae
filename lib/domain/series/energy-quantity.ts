/** What a curve measures: energies of an operation or of one of its metering points, all ≥ 0. */
export type EnergyQuantity = "withdrawal" | "injection" | "self_consumed" | "self_produced" | "surplus" | "complement";
