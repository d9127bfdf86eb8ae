import { addDays } from "./civil-date";
import { listSettlementPeriods } from "./list-settlement-periods";
import type { Period } from "./period";
import type { SettlementCalendar } from "./settlement-calendar";

/**
 * The periods that a calendar no longer has: those that something was made of cannot be cut again.
 *
 * @param held - Any order.
 * @returns In the order of `held`.
 * @throws {DomainError} INVALID_ANNIVERSARY, see {@link listSettlementPeriods}.
 */
export function listRecutPeriods(calendar: SettlementCalendar, held: readonly Period[]): readonly Period[] {
  const latest = held.reduce((day, { toExclusive }) => (toExclusive > day ? toExclusive : day), calendar.startDate);
  const ends = new Map(
    listSettlementPeriods(calendar, addDays(latest, 1)).map(({ from, toExclusive }) => [from, toExclusive]),
  );
  return held.filter(({ from, toExclusive }) => ends.get(from) !== toExclusive);
}
