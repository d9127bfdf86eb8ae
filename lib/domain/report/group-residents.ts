import type { ReportLineSubject } from "./council-report";
import { type HeldPoint, joinResidents } from "./join-residents";

/** A metering point in one role over a range of months, not rounded. [Wh] */
export type ReportedPoint = HeldPoint & {
  readonly holder: string;
  readonly sharedWh: number;
  /** Saved by a consumer, paid to a producer; null while a price lacks. [cents] */
  readonly amountCents: number | null;
};

/** Points that are told together. */
export type PointGroup = { readonly subject: ReportLineSubject; readonly points: readonly ReportedPoint[] };

/**
 * The lines under which metering points are told, the largest first: each site of a body on its own, people together and
 * last, as `joinResidents` parts them.
 *
 * @param points - Of one role, each once.
 */
export function groupResidents(points: readonly ReportedPoint[]): readonly PointGroup[] {
  const { sites, residents } = joinResidents(points);
  const groups = sites.map((point): PointGroup => {
    return { subject: { kind: "site", name: point.name, holder: point.holder }, points: [point] };
  });
  if (residents === null) return groups;
  const { points: joined, peopleCount, siteCount } = residents;
  return [...groups, { subject: { kind: "residents", peopleCount, siteCount }, points: joined }];
}
