import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { Place } from "@/lib/domain/profiles/sun-position";

/** A metering point that has a place. */
export type MapPoint = {
  readonly id: string;
  readonly name: string;
  readonly prm: string;
  readonly roles: readonly PerimeterRole[];
  readonly place: Place;
};

/** All metering points of one place, drawn as one mark: a roof stands on its hall, flats in one building. */
export type MapSite = { readonly place: Place; readonly points: readonly MapPoint[]; readonly mark: MapMark };

/** Told by its shape as well as its colour. */
export type MapMark = "consumer" | "producer" | "both";

/** The sites of some points, from west to east, as the arrow keys go through them. */
export function listMapSites(points: readonly MapPoint[]): readonly MapSite[] {
  const byPlace = new Map<string, MapPoint[]>();
  for (const point of points) {
    const key = `${point.place.latitudeDegrees} ${point.place.longitudeDegrees}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), point]);
  }
  return [...byPlace.values()]
    .map((together) => ({ place: (together[0] as MapPoint).place, points: together, mark: markOf(together) }))
    .toSorted((a, b) => a.place.longitudeDegrees - b.place.longitudeDegrees);
}

/** What a site is called: its first point, and how many more. */
export function nameMapSite({ points }: MapSite): string {
  const name = points[0]?.name ?? "";
  return points.length > 1 ? `${name} + ${points.length - 1}` : name;
}

function markOf(points: readonly MapPoint[]): MapMark {
  const has = (role: PerimeterRole) => points.some(({ roles }) => roles.includes(role));
  if (has("producer")) return has("consumer") ? "both" : "producer";
  return "consumer";
}
