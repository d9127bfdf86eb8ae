/** Fewer would let one of them be guessed. */
const LEAST_BEHIND = 3;

/** What tells who stands behind a metering point. */
export type HeldPoint = {
  readonly name: string;
  /** Natural persons who held it in the range, by id; empty where only bodies did. */
  readonly peopleIds: readonly string[];
  /** What it drew or fed in over the range. [Wh] */
  readonly energyWh: number;
};

export type JoinedPoints<Point> = {
  /** Held by bodies, each told on its own; the largest first. */
  readonly sites: readonly Point[];
  /** Told as one sum; null where no natural person holds any. */
  readonly residents: {
    readonly points: readonly Point[];
    /** Natural persons, each once. */
    readonly peopleCount: number;
    /** Sites of bodies among the points, put there so that nobody stands alone. */
    readonly siteCount: number;
  } | null;
};

/**
 * Parts metering points into those told one by one and those told as one sum, for who may not see natural persons.
 *
 * Three stand behind the sum: three people at three points, since one dwelling has several holders in turn and one person
 * several meters. Where they are fewer, the smallest sites of bodies join them until three do: left alone, their figure
 * would be the difference between the total and the sites that are told. Fewer than three points in all are one sum, their
 * total. Whatever is shown of the same range parts its points here, or two screens could be subtracted from each other.
 *
 * @param points - Of one role, each once.
 */
export function joinResidents<Point extends HeldPoint>(points: readonly Point[]): JoinedPoints<Point> {
  const people = points.filter(({ peopleIds }) => peopleIds.length > 0);
  const sites = points
    .filter(({ peopleIds }) => peopleIds.length === 0)
    .toSorted((a, b) => b.energyWh - a.energyWh || a.name.localeCompare(b.name, "fr"));
  if (people.length === 0) return { sites, residents: null };
  const peopleCount = new Set(people.flatMap(({ peopleIds }) => peopleIds)).size;
  const behind = Math.min(peopleCount, people.length);
  const siteCount = Math.min(sites.length, Math.max(0, LEAST_BEHIND - behind));
  const alone = sites.length - siteCount;
  return {
    sites: sites.slice(0, alone),
    residents: { points: [...people, ...sites.slice(alone)], peopleCount, siteCount },
  };
}
