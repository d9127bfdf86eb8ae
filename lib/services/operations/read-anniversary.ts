import "server-only";
import { listHeldPeriods, listRecordedMoves, type RecordedAnniversaryMove } from "@/lib/data/anniversary-moves";
import type { OperationSheet } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { listSettlementPeriods } from "@/lib/domain/time/list-settlement-periods";
import type { Period } from "@/lib/domain/time/period";
import type { MonthlyAnniversary } from "@/lib/domain/time/settlement-calendar";
import { settlementCalendarOf } from "@/lib/services/settlement-calendar-of";

const AHEAD_DAYS = 366;

export type AnniversarySheet = {
  /** Those that stand, oldest first. */
  readonly anniversaries: readonly MonthlyAnniversary[];
  /** Every move ever recorded, latest first. */
  readonly moves: readonly RecordedAnniversaryMove[];
  /** The periods that may end on another day, in order: nothing was made of them, up to a year ahead. */
  readonly movable: readonly Period[];
};

/** The monthly anniversary of an operation: what stands, what was recorded, and what may still move. */
export async function readAnniversary(
  { id, sheet }: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  today: CivilDate,
): Promise<AnniversarySheet> {
  const [moves, held] = await Promise.all([listRecordedMoves(id), listHeldPeriods(id)]);
  const calendar = settlementCalendarOf(sheet);
  const reference = today > sheet.startDay ? today : sheet.startDay;
  const lastHeld = held.reduce((day, { toExclusive }) => (toExclusive > day ? toExclusive : day), sheet.startDay);
  return {
    anniversaries: calendar.anniversaries,
    moves,
    movable: listSettlementPeriods(calendar, addDays(reference, AHEAD_DAYS)).filter(({ from }) => from >= lastHeld),
  };
}
