import type { CivilDate } from "@/lib/domain/time/civil-date";

/** The days of a stay in the perimeter, half-open; null while it has no end. */
export type Stay = { readonly from: CivilDate; readonly toExclusive: CivilDate | null };

const END_OF_TIME = "9999-12-31" as CivilDate;

/**
 * The days on which a metering point counts before a change and not after it, or the other way round, as one stretch:
 * what was settled for them must be settled again.
 *
 * @param before - Null: it did not take part.
 * @param after - Null: it will not.
 * @returns Null when nothing changes.
 *
 * @example
 * changedDays({ from: "2026-03-01", toExclusive: null }, { from: "2026-03-01", toExclusive: "2026-05-01" });
 * // => { from: "2026-05-01", toExclusive: null }
 */
export function changedDays(before: Stay | null, after: Stay | null): Stay | null {
  const [one, two] = [before ?? after, after ?? before];
  if (!one || !two) return null;
  if (!before || !after) return { from: one.from, toExclusive: one.toExclusive };
  const starts = [one.from, two.from].sort();
  const ends = [one.toExclusive ?? END_OF_TIME, two.toExclusive ?? END_OF_TIME].sort();
  const bounds = [
    ...(one.from === two.from ? [] : starts),
    ...(one.toExclusive === two.toExclusive ? [] : ends),
  ] as readonly CivilDate[];
  const [from, to] = [bounds.toSorted()[0], bounds.toSorted().at(-1)];
  if (!from || !to) return null;
  return { from, toExclusive: to === END_OF_TIME ? null : to };
}
