import type { CivilDate } from "./civil-date";

/** From `from` on, settlement periods start on this day of the month. */
export type MonthlyAnniversary = {
  readonly from: CivilDate;
  /** 1 to 31; 29, 30 and 31 fall on the last day of a shorter month. */
  readonly dayOfMonth: number;
};

/**
 * What cuts an operation's life into settlement periods.
 *
 * `anniversaries` is sorted by `from` and never empty; its first entry also
 * holds before its own date. The DSO may move the anniversary (art. 4): each
 * move adds an entry, so the periods before keep their bounds.
 */
export type SettlementCalendar = {
  /** First day of the operation, hence of its first period. */
  readonly startDate: CivilDate;
  readonly anniversaries: readonly MonthlyAnniversary[];
};
