/** What a consumer drew and was given over a window. */
export type BuildingFigures = {
  readonly id: string;
  readonly prm: string;
  readonly name: string;
  /** A natural person held it for a part of the window. */
  readonly isPersonal: boolean;
  /** [Wh] */
  readonly withdrawalWh: number;
  /** [Wh] */
  readonly selfConsumedWh: number;
  /** What its key kept for it; null where that is not known. [Wh] */
  readonly reservedWh: number | null;
};

export type RankedBuilding = BuildingFigures & {
  /** Self-consumed / withdrawal; null when nothing was drawn. [0 to 1] */
  readonly coveredShare: number | null;
  /** What its key kept for it and it did not use, / what its key kept; null where that is not known. [0 to 1] */
  readonly unusedShare: number | null;
};

export type BuildingRanking = {
  /** The best covered first; those that drew nothing come last. */
  readonly buildings: readonly RankedBuilding[];
  /** The sites of persons, together; null when they are ranked like the others, or there is none. */
  readonly grouped: (Omit<RankedBuilding, "id" | "prm" | "name" | "isPersonal"> & { readonly sites: number }) | null;
};

/**
 * Ranks consumers by the share of their withdrawal that the operation covered.
 *
 * @param namesPersons - False: the sites of natural persons are one sum, so that nobody is ranked.
 */
export function rankBuildings(figures: readonly BuildingFigures[], namesPersons: boolean): BuildingRanking {
  const named = figures.filter(({ isPersonal }) => namesPersons || !isPersonal);
  const others = figures.filter(({ isPersonal }) => !namesPersons && isPersonal);
  const buildings = named
    .map((building) => ({ ...building, ...sharesOf(building) }))
    .sort(
      (a, b) =>
        (b.coveredShare ?? -1) - (a.coveredShare ?? -1) || a.name.localeCompare(b.name, "fr") || compare(a.prm, b.prm),
    );
  if (others.length === 0) return { buildings, grouped: null };
  const sums = {
    withdrawalWh: sum(others.map(({ withdrawalWh }) => withdrawalWh)) ?? 0,
    selfConsumedWh: sum(others.map(({ selfConsumedWh }) => selfConsumedWh)) ?? 0,
    reservedWh: sum(others.map(({ reservedWh }) => reservedWh)),
  };
  return { buildings, grouped: { sites: others.length, ...sums, ...sharesOf(sums) } };
}

// Two sums of the same energies may differ in the last bit: a share is never more than its whole.
function sharesOf({
  withdrawalWh,
  selfConsumedWh,
  reservedWh,
}: Pick<BuildingFigures, "withdrawalWh" | "selfConsumedWh" | "reservedWh">) {
  return {
    coveredShare: withdrawalWh > 0 ? Math.min(1, selfConsumedWh / withdrawalWh) : null,
    unusedShare: reservedWh !== null && reservedWh > 0 ? Math.max(0, 1 - selfConsumedWh / reservedWh) : null,
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

function sum(values: readonly (number | null)[]): number | null {
  return values.reduce((total, value) => (total === null || value === null ? null : total + value), 0);
}
