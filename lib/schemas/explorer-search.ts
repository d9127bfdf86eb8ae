/** What the screen shows of the curves: along the time, sorted by power, or as a mean week. */
export const EXPLORER_VIEWS = ["courbe", "monotone", "semaine"] as const;
export type ExplorerView = (typeof EXPLORER_VIEWS)[number];

/** Everything the screen of the curves shows is in its address, which can be sent. */
export type ExplorerSearch = {
  /** `consumers`, `producers`, a PRM, `participant:` and an identifier; empty until something is chosen. */
  readonly choices: readonly string[];
  readonly isSum: boolean;
  /** Half-open; null until chosen. [ms] */
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly grain: "step" | "hour" | "day" | "week" | "month" | null;
  /** `last_year`, `previous`, a day from which the other period starts, or a choice of curve. */
  readonly comparison: string | null;
  readonly isByWeekday: boolean;
  readonly view: ExplorerView;
};

/** The words of the address. */
export const CURVE_GROUPS = { consommateurs: "consumers", producteurs: "producers" } as const;
export const GRAINS = { pas: "step", heure: "hour", jour: "day", semaine: "week", mois: "month" } as const;
export const COMPARISONS = { annee: "last_year", precedente: "previous" } as const;
