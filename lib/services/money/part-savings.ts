import type { PointSum } from "@/lib/data/report-sources";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { type JoinedPoints, joinResidents } from "@/lib/domain/report/join-residents";

type Part = {
  readonly id: string;
  readonly name: string;
  /** Natural persons who held it, by id. */
  readonly peopleIds: readonly string[];
  readonly own: readonly { readonly role: PerimeterRole }[];
};

export type PartedSavings<Point> = {
  /** Told one by one in every role they have. */
  readonly named: readonly Point[];
  readonly consumers: JoinedPoints<Point>["residents"];
  readonly producers: JoinedPoints<Point>["residents"];
};

/**
 * Which metering points are told one by one and which as one sum, to who may not read what is about people: the same as in
 * the report and the ranking of the same range, or one could be subtracted from the other.
 *
 * @param sums - What each drew or fed in over the range.
 */
export function partSavings<Point extends Part>(
  points: readonly Point[],
  sums: readonly PointSum[],
): PartedSavings<Point> {
  const energies = new Map(sums.map(({ role, meteringPointId, energyWh }) => [`${role} ${meteringPointId}`, energyWh]));
  const join = (role: PerimeterRole) =>
    joinResidents(
      points
        .filter(({ own }) => own.some((row) => row.role === role))
        .map((point) => ({ ...point, energyWh: energies.get(`${role} ${point.id}`) ?? 0 })),
    ).residents;
  const [consumers, producers] = [join("consumer"), join("producer")];
  const joined = new Set([consumers, producers].flatMap((group) => group?.points.map(({ id }) => id) ?? []));
  return { named: points.filter(({ id }) => !joined.has(id)), consumers, producers };
}
