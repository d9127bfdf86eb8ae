import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Attachment, PerimeterRole } from "./attachment";
import { isAttachedOn } from "./is-attached-on";

/** From a day on, the operation lacks a producer, a consumer, or both. */
export type UnviableDay = { readonly day: CivilDate; readonly lacks: readonly PerimeterRole[] };

const ROLES: readonly PerimeterRole[] = ["producer", "consumer"];

/**
 * The first day, from one on, without at least one producer and one consumer; null when there is none.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 8.6: the convention may then be suspended.
 */
export function findUnviableDay(
  attachments: readonly Pick<Attachment, "role" | "from" | "toExclusive">[],
  from: CivilDate,
): UnviableDay | null {
  // A role can only start to lack on the day looked from, or when somebody leaves.
  const exits = attachments.flatMap(({ toExclusive }) =>
    toExclusive !== null && toExclusive > from ? [toExclusive] : [],
  );
  for (const day of [from, ...new Set(exits.toSorted())]) {
    const lacks = ROLES.filter((role) => !attachments.some((each) => each.role === role && isAttachedOn(each, day)));
    if (lacks.length > 0) return { day, lacks };
  }
  return null;
}
