import { addMonths } from "@/lib/domain/time/add-months";
import { type CivilDate, civilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";

/** What a report tells when nothing is said: a year. */
const MONTHS = 12;

/** The civil months a report tells, and those it may begin or end with. */
export type ReportMonths = {
  readonly window: Period;
  /** First and last month told, `YYYY-MM`. */
  readonly first: string;
  readonly last: string;
  /** The latest first. */
  readonly choices: readonly string[];
};

/**
 * The months of a report as somebody asked for them, in any order; else the year that ends with the latest settled period.
 *
 * @param asked - `YYYY-MM`; what is absent is chosen.
 */
export function chooseReportMonths(
  asked: { readonly from: string | undefined; readonly to: string | undefined },
  startDay: CivilDate,
  latestSettled: CivilDate | null,
  today: CivilDate,
): ReportMonths {
  const start = monthOf(startDay);
  const end = monthOf(today > startDay ? today : startDay);
  const latest = monthOf(latestSettled ?? today);
  const yearBefore = monthOf(addMonths(firstDayOf(asked.to ?? latest), 1 - MONTHS));
  const [first, last] = [
    asked.from ?? laterOf(yearBefore, start),
    asked.to ?? laterOf(latest, asked.from ?? start),
  ].sort() as [string, string];
  const choices: string[] = [];
  const [lowest, highest] = [first < start ? first : start, laterOf(last, end)];
  for (let month = highest; month >= lowest; month = monthOf(addMonths(firstDayOf(month), -1))) choices.push(month);
  const window = { from: firstDayOf(first), toExclusive: addMonths(firstDayOf(last), 1) };
  return { window, first, last, choices };
}

const monthOf = (day: CivilDate): string => day.slice(0, 7);
const firstDayOf = (month: string): CivilDate => civilDate(`${month}-01`);
const laterOf = (a: string, b: string) => (a > b ? a : b);
