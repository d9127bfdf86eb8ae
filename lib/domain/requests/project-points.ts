import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { applyLines } from "./apply-lines";
import type { RequestLine } from "./request-line";

type Days = { readonly role: PerimeterRole; readonly from: CivilDate; readonly toExclusive: CivilDate | null };

/**
 * The metering points of an operation as they would take part if entries and exits held from a day on.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 3.2.1.
 */
export function projectPoints<P extends { readonly id: string; readonly attachments: readonly Days[] }>(
  points: readonly P[],
  lines: readonly RequestLine[],
  day: CivilDate,
): readonly P[] {
  return points.map((point) => {
    const own = lines.filter(({ meteringPointId }) => meteringPointId === point.id);
    if (own.length === 0) return point;
    const changes = applyLines(point.attachments, own, day);
    const touched = new Set(changes.map(({ before }) => before));
    const attachments = [
      ...point.attachments.filter((stay) => !touched.has(stay)),
      ...changes.flatMap(({ after }) => after ?? []),
    ];
    return { ...point, attachments };
  });
}
