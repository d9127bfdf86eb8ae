import { joinResidents } from "@/lib/domain/report/join-residents";

/** What a consumer drew and was given over a window. */
export type BuildingFigures = {
  readonly id: string;
  readonly prm: string;
  readonly name: string;
  /** Natural persons who held it for a part of the window, by id; empty where only bodies did. */
  readonly peopleIds: readonly string[];
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
  readonly grouped:
    | (Omit<RankedBuilding, "id" | "prm" | "name" | "peopleIds"> & {
        readonly homes: number;
        /** Sites of bodies, put with them so that nobody stands alone. */
        readonly joinedSites: number;
      })
    | null;
};

/**
 * Ranks consumers by the share of their withdrawal that the operation covered.
 *
 * @param namesPersons - False: the sites of natural persons are one sum with at least three behind it, as `joinResidents`
 *   makes it, so that nobody is ranked.
 */
export function rankBuildings(figures: readonly BuildingFigures[], namesPersons: boolean): BuildingRanking {
  const held = figures.map((figure) => ({ ...figure, energyWh: figure.withdrawalWh }));
  const { sites, residents } = namesPersons ? { sites: held, residents: null } : joinResidents(held);
  const buildings = sites
    .map(({ energyWh: _, ...building }) => building)
    .map((building) => ({ ...building, ...sharesOf(building) }))
    .sort(
      (a, b) =>
        (b.coveredShare ?? -1) - (a.coveredShare ?? -1) || a.name.localeCompare(b.name, "fr") || compare(a.prm, b.prm),
    );
  if (residents === null) return { buildings, grouped: null };
  const { points, siteCount } = residents;
  const sums = {
    withdrawalWh: sum(points.map(({ withdrawalWh }) => withdrawalWh)) ?? 0,
    selfConsumedWh: sum(points.map(({ selfConsumedWh }) => selfConsumedWh)) ?? 0,
    reservedWh: sum(points.map(({ reservedWh }) => reservedWh)),
  };
  return {
    buildings,
    grouped: { homes: points.length - siteCount, joinedSites: siteCount, ...sums, ...sharesOf(sums) },
  };
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
