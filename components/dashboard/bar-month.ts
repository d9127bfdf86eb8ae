/** One month of production or of withdrawal. `null` = unknown, never zero. [Wh] */
export type BarMonth = {
  readonly id: string;
  /** « octobre 2025 », and the same where there is little room. */
  readonly name: string;
  readonly shortName: string;
  /** Where its result is; null while it is not settled. */
  readonly href: string | null;
  readonly wholeWh: number | null;
  readonly selfConsumedWh: number | null;
  readonly lastYearWh: number | null;
  readonly forecastWh: number | null;
};

/** Which energy is split, and what of it is not self-consumed. */
export type BarKind = "production" | "withdrawal";

/** What each kind is called. */
export const BAR_WORDS = {
  production: {
    title: "Production mois par mois",
    whole: "Production",
    foreseen: "Production prévue",
    rest: "Surplus",
    restFlow: "surplus",
  },
  withdrawal: {
    title: "Soutirage mois par mois",
    whole: "Soutirage",
    foreseen: "Soutirage prévu",
    rest: "Complément",
    restFlow: "complement",
  },
} as const;
