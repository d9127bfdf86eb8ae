import type { ReportLineSubject } from "./council-report";

/** Fewer would let one of them be guessed. */
const LEAST_BEHIND = 3;

/** A metering point in one role over a range of months, not rounded. [Wh] */
export type ReportedPoint = {
  readonly name: string;
  readonly holder: string;
  /** Natural persons who held it in the range, by id; empty where only bodies did. */
  readonly peopleIds: readonly string[];
  readonly energyWh: number;
  readonly sharedWh: number;
  /** Saved by a consumer, paid to a producer; null while a price lacks. [cents] */
  readonly amountCents: number | null;
};

/** Points that are told together. */
export type PointGroup = { readonly subject: ReportLineSubject; readonly points: readonly ReportedPoint[] };

/**
 * The lines under which metering points are told, the largest first: each site of a body on its own, people together.
 *
 * At least three stand behind what is told of people. Where they are fewer, the smallest sites of bodies join them until
 * three do: left alone, their figure would be the difference between the total and the lines that are named. An operation
 * of fewer than three has one line, its total.
 *
 * @param points - Of one role, each once.
 */
export function groupResidents(points: readonly ReportedPoint[]): readonly PointGroup[] {
  const people = points.filter(({ peopleIds }) => peopleIds.length > 0);
  const sites = points
    .filter(({ peopleIds }) => peopleIds.length === 0)
    .toSorted((a, b) => b.energyWh - a.energyWh || a.name.localeCompare(b.name, "fr"));
  const peopleCount = new Set(people.flatMap(({ peopleIds }) => peopleIds)).size;
  const joined = peopleCount === 0 ? 0 : Math.min(sites.length, Math.max(0, LEAST_BEHIND - peopleCount));
  const named = sites.slice(0, sites.length - joined);
  const groups = named.map((point): PointGroup => {
    return { subject: { kind: "site", name: point.name, holder: point.holder }, points: [point] };
  });
  if (peopleCount === 0) return groups;
  return [
    ...groups,
    {
      subject: { kind: "residents", peopleCount, siteCount: joined },
      points: [...people, ...sites.slice(sites.length - joined)],
    },
  ];
}
