import "server-only";
import { readSettledSpan } from "@/lib/data/dashboard-runs";
import { listEndDays } from "@/lib/data/operation-statuses";
import type { OperationSheet } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { dashboardWindow, type WindowChoice } from "@/lib/domain/dashboard/dashboard-window";
import { isPeriodDue } from "@/lib/domain/dashboard/is-period-due";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { listSettlementPeriods } from "@/lib/domain/time/list-settlement-periods";
import type { Period } from "@/lib/domain/time/period";
import { settlementCalendarOf } from "@/lib/services/settlement-calendar-of";

export type FoundWindow = {
  readonly window: Period;
  /** The one asked for, or the last twelve months where no period of it is over. */
  readonly choice: WindowChoice;
  /** Every other one there is, in the order they are offered. */
  readonly choices: readonly WindowChoice[];
};

/** The days a dashboard is about, as chosen, until the last period that is over; null while nothing is settled. Two queries. */
export async function findDashboardWindow(
  { id, sheet }: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  asked: WindowChoice,
  today: CivilDate,
): Promise<FoundWindow | null> {
  const [span, endDays] = await Promise.all([readSettledSpan([id]), listEndDays([id])]);
  if (!span) return null;
  const calendar = settlementCalendarOf(sheet);
  const lastTwelve: WindowChoice = { kind: "last_twelve" };
  const lastDue = listSettlementPeriods(calendar, today).findLast((period) =>
    isPeriodDue(period, today, endDays.get(id)),
  );
  const last =
    lastDue && lastDue.from > span.lastFrom ? lastDue : { from: span.lastFrom, toExclusive: span.toExclusive };
  const found = dashboardWindow(asked, calendar, last.toExclusive);
  const window = found ?? dashboardWindow(lastTwelve, calendar, last.toExclusive);
  return (
    window && {
      window,
      choice: found ? asked : lastTwelve,
      choices: [lastTwelve, ...listYears(span.from, last.from), { kind: "since_start" }],
    }
  );
}

/** The years from that of the first settled period to that of the last one that is over, latest first. */
function listYears(from: CivilDate, lastFrom: CivilDate): readonly WindowChoice[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(lastFrom.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, index) => ({ kind: "civil_year", year: last - index }));
}
