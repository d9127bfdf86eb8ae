import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Stay } from "./changed-days";

/** The days of some stays as few spans as can be, oldest first: what touches or overlaps is one. */
export function joinStays(stays: readonly Stay[]): readonly Stay[] {
  const joined: { from: CivilDate; toExclusive: CivilDate | null }[] = [];
  for (const { from, toExclusive } of stays.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const last = joined.at(-1);
    if (!last || (last.toExclusive !== null && last.toExclusive < from)) joined.push({ from, toExclusive });
    else if (last.toExclusive !== null && (toExclusive === null || toExclusive > last.toExclusive)) {
      last.toExclusive = toExclusive;
    }
  }
  return joined;
}
