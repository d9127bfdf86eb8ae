import "server-only";
import { listHeldPeriods } from "@/lib/data/anniversary-moves";
import type { OperationSheet } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { listAnniversaryMoves } from "@/lib/domain/time/list-anniversary-moves";
import type { MonthlyAnniversary } from "@/lib/domain/time/settlement-calendar";
import { settlementPeriodOf } from "@/lib/domain/time/settlement-period-of";
import { settlementCalendarOf } from "@/lib/services/settlement-calendar-of";
import { type PlannedAnniversaryMove, planAnniversaryMove } from "./plan-anniversary-move";

/** A move as a machine says it, or as an officer does: which period changes first, and how. */
export type AskedAnniversaryMove =
  | MonthlyAnniversary
  | { readonly period: CivilDate; readonly dayOfMonth: number; readonly length: "shorter" | "longer" };

/**
 * What a move of the anniversary would do; nothing is written.
 *
 * @throws {DomainError} UNKNOWN_PERIOD when no period starts on the day named; else as {@link planAnniversaryMove} does.
 */
export async function previewAnniversaryMove(
  { id, sheet }: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  asked: AskedAnniversaryMove,
): Promise<PlannedAnniversaryMove> {
  const move = "period" in asked ? moveOf(sheet, asked) : asked;
  return planAnniversaryMove(sheet, await listHeldPeriods(id), move);
}

function moveOf(
  sheet: OperationSheet,
  { period, dayOfMonth, length }: Extract<AskedAnniversaryMove, { readonly length: string }>,
): MonthlyAnniversary {
  const calendar = settlementCalendarOf(sheet);
  const standing = settlementPeriodOf(period, calendar)?.toExclusive ?? period;
  const options = listAnniversaryMoves(calendar, period, dayOfMonth);
  const wanted = options.find((option) => option.period.toExclusive < standing === (length === "shorter"));
  // Where there is one way only, it is shown, and agreed to or not.
  const option = wanted ?? options[0];
  if (option) return option.move;
  throw new DomainError("ANNIVERSARY_UNCHANGED", "the period ends on that day already", {
    details: { field: "dayOfMonth" },
  });
}
