import type { OperationSheet } from "@/lib/data/operations";
import type { SettlementCalendar } from "@/lib/domain/time/settlement-calendar";
import { standingAnniversaries } from "@/lib/domain/time/standing-anniversaries";

/** The settlement calendar an operation's sheet describes. */
export function settlementCalendarOf(
  sheet: Pick<OperationSheet, "startDay" | "monthlyAnniversaryDay" | "anniversaryMoves">,
): SettlementCalendar {
  const first = { from: sheet.startDay, dayOfMonth: sheet.monthlyAnniversaryDay };
  return { startDate: sheet.startDay, anniversaries: standingAnniversaries(first, sheet.anniversaryMoves) };
}
