import type { Period } from "@/lib/domain/time/period";
import type { OwnMonth } from "./own-months";
import type { OwnStay } from "./own-registry";

const YEAR = 12; // periods

/** A period of his year; null: not settled yet. */
export type OwnSlot = { readonly period: Period; readonly month: OwnMonth | null };

/**
 * The last year of a participant on the calendar, oldest first: every period that is over and on some of whose days he
 * counted, settled or not. When none of it is settled: the year up to the last settled one.
 *
 * @param periods - Of the calendar, in order; those that are not over by `today` are left out.
 * @param months - Settled ones. One whose period the calendar no longer knows has its own place.
 */
export function listOwnYear(
  months: readonly OwnMonth[],
  periods: readonly Period[],
  stays: readonly Pick<OwnStay, "from" | "toExclusive">[],
  today: Period["from"],
): readonly OwnSlot[] {
  const settled = months.map((month): OwnSlot => ({ period: month.run.period, month }));
  const unsettled = periods.flatMap((period): readonly OwnSlot[] => {
    const isHis = stays.some(
      ({ from, toExclusive }) => from < period.toExclusive && (toExclusive === null || toExclusive > period.from),
    );
    const isCovered = settled.some(({ period: its }) => its.from < period.toExclusive && its.toExclusive > period.from);
    return isHis && !isCovered && period.toExclusive <= today ? [{ period, month: null }] : [];
  });
  const first = settled.length < YEAR ? undefined : settled[0]?.period.from;
  const slots = [...settled, ...unsettled]
    .filter(({ period }) => first === undefined || period.from >= first)
    .toSorted((a, b) => (a.period.from < b.period.from ? -1 : 1));
  const last = slots.findLastIndex(({ month }) => month !== null);
  // Nothing settled for over a year: what there is comes before what waits.
  return last < slots.length - YEAR ? slots.slice(0, last + 1).slice(-YEAR) : slots.slice(-YEAR);
}
