import type { OperationSheet } from "@/lib/data/operations";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { listComingPeriods } from "@/lib/domain/time/list-coming-periods";
import type { Period } from "@/lib/domain/time/period";
import { settlementCalendarOf } from "@/lib/services/settlement-calendar-of";

const SHOWN = 3;

/** The next periods of an operation that have not begun, in order. */
export const listNextPeriods = (sheet: OperationSheet, today: CivilDate): readonly Period[] =>
  listComingPeriods(settlementCalendarOf(sheet), today, SHOWN);
