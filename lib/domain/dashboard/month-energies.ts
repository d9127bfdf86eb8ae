/** What a settled period is told by: the totals of its run. [Wh] */
export type MonthEnergies = {
  readonly productionWh: number;
  readonly selfConsumedWh: number;
  readonly surplusWh: number;
  readonly withdrawalWh: number;
  readonly complementWh: number;
};

/** The energies of a month, in the order in which people read them. */
export const ENERGY_KEYS = [
  "productionWh",
  "selfConsumedWh",
  "surplusWh",
  "withdrawalWh",
  "complementWh",
] as const satisfies readonly (keyof MonthEnergies)[];

/** The same where some of them are not known. [Wh] */
export type PartialEnergies = { readonly [Key in keyof MonthEnergies]: number | null };
