import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { RequestLine } from "./request-line";

type Days = { readonly role: PerimeterRole; readonly from: CivilDate; readonly toExclusive: CivilDate | null };

/** What becomes of one stay; `before` alone has never been, `after` alone enters. */
export type LineChange<S extends Days> = {
  readonly role: PerimeterRole;
  readonly before: S | null;
  readonly after: S | { readonly role: PerimeterRole; readonly from: CivilDate; readonly toExclusive: null } | null;
};

/**
 * What entries and exits that hold from a day on make of the stays of one metering point.
 *
 * Who takes part that day already enters no second time, and who does not leaves nothing: a request that was carried
 * out by hand in between changes nothing more. An entry replaces what was planned for later.
 *
 * @param lines - Those of this metering point.
 * @see Convention Enedis-FOR-CF_01E, art. 3.2.1.
 */
export function applyLines<S extends Days>(
  stays: readonly S[],
  lines: readonly Pick<RequestLine, "role" | "move">[],
  day: CivilDate,
): readonly LineChange<S>[] {
  return lines.flatMap(({ role, move }): readonly LineChange<S>[] => {
    const own = stays.filter((stay) => stay.role === role);
    const current = own.find((stay) => isAttachedOn(stay, day));
    const planned = own.filter(({ from }) => from > day);
    const dropped = planned.map((before) => ({ role, before, after: null }));
    if (move === "exit") return current ? [...dropped, end(current, day)] : dropped;
    if (!current) return [...dropped, { role, before: null, after: { role, from: day, toExclusive: null } }];
    if (current.toExclusive === null) return [];
    return [...dropped, { role, before: current, after: { ...current, toExclusive: null } }];
  });
}

// What was to begin that very day has never counted.
function end<S extends Days>(current: S, day: CivilDate): LineChange<S> {
  const { role } = current;
  return { role, before: current, after: current.from === day ? null : { ...current, toExclusive: day } };
}
