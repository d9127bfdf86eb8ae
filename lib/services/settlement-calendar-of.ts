import type { OperationSheet } from "@/lib/data/operations";
import type { SettlementCalendar } from "@/lib/domain/time/settlement-calendar";

/** The settlement calendar an operation's sheet describes. */
export function settlementCalendarOf(
  sheet: Pick<OperationSheet, "startDay" | "monthlyAnniversaryDay">,
): SettlementCalendar {
  return {
    startDate: sheet.startDay,
    anniversaries: [{ from: sheet.startDay, dayOfMonth: sheet.monthlyAnniversaryDay }],
  };
}
