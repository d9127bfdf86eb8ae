type DsoEnergy = {
  readonly prm?: string;
  readonly role?: "consumer" | "producer";
  readonly startDate?: string;
  readonly endDate?: string;
  /** By type, then by name of the tariff period. [kWh] */
  readonly energies?: Readonly<Record<string, Readonly<Record<string, number | string | null>>>>;
};

/** What the DSO's interface answers about one metering point, as far as its shape is known. */
export function dsoEnergyAnswer({ prm, role = "consumer", startDate, endDate, energies = {} }: DsoEnergy) {
  return {
    ...(prm !== undefined && { [role === "consumer" ? "cons_id" : "prod_id"]: prm }),
    startDate,
    endDate,
    unit: "kWh",
    quantities: Object.entries(energies).map(([type, named]) => ({
      type,
      calendar_type: "TURPE",
      quantities: Object.entries(named).map(([name, value]) => ({ name, value })),
    })),
  };
}

/** The same, as a file. */
export function dsoEnergyUpload(name: string, answer: DsoEnergy) {
  return { name, bytes: new TextEncoder().encode(JSON.stringify(dsoEnergyAnswer(answer))) };
}
