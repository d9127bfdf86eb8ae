import type { OperationSheet } from "@/lib/data/operations";
import { DomainError } from "@/lib/domain/errors";
import { addDays } from "@/lib/domain/time/civil-date";
import { listRecutPeriods } from "@/lib/domain/time/list-recut-periods";
import { listSettlementPeriods } from "@/lib/domain/time/list-settlement-periods";
import type { Period } from "@/lib/domain/time/period";
import type { MonthlyAnniversary } from "@/lib/domain/time/settlement-calendar";
import { settlementCalendarOf } from "@/lib/services/settlement-calendar-of";

const SHOWN_PERIODS = 3;
const TWO_PERIODS_DAYS = 62;

/** What a move of the anniversary does to the periods. */
export type PlannedAnniversaryMove = {
  readonly move: MonthlyAnniversary;
  /** The first periods that change, as they are without the move and as they become. */
  readonly before: readonly Period[];
  readonly after: readonly Period[];
};

/**
 * What the periods become once the anniversary moves; nothing is written.
 *
 * @param held - Periods that something was made of.
 * @throws {DomainError} ANNIVERSARY_UNCHANGED when no period changes; ANNIVERSARY_RECUTS when a held one would: the
 *   details name the first.
 * @see Convention Enedis-FOR-CF_01E, art. 4, preamble: the DSO notifies the move and computes each month what the
 *   anniversary closed, so that what is computed keeps its bounds [I].
 */
export function planAnniversaryMove(
  sheet: OperationSheet,
  held: readonly Period[],
  move: MonthlyAnniversary,
): PlannedAnniversaryMove {
  const standing = settlementCalendarOf(sheet);
  const moved = settlementCalendarOf({ ...sheet, anniversaryMoves: [...sheet.anniversaryMoves, move] });
  const recut = listRecutPeriods(moved, held);
  const [cut] = recut;
  if (cut) {
    throw new DomainError("ANNIVERSARY_RECUTS", "something was made of periods that would change", {
      details: { field: "period", from: cut.from, toExclusive: cut.toExclusive },
    });
  }
  const last = standing.anniversaries.at(-1)?.from ?? move.from;
  const until = addDays(last > move.from ? last : move.from, (SHOWN_PERIODS + 1) * TWO_PERIODS_DAYS);
  const before = listSettlementPeriods(standing, until);
  const after = listSettlementPeriods(moved, until);
  const first = after.findIndex(({ toExclusive }, index) => toExclusive !== before[index]?.toExclusive);
  if (first === -1) {
    throw new DomainError("ANNIVERSARY_UNCHANGED", "no period changes", { details: { field: "dayOfMonth" } });
  }
  const shown = (periods: readonly Period[]) => periods.slice(first, first + SHOWN_PERIODS);
  return { move, before: shown(before), after: shown(after) };
}
