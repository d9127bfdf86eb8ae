import "server-only";
import type { OperationSheet } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { compareMonths, type MonthsComparison } from "@/lib/domain/dashboard/compare-months";
import type { MonthEnergies } from "@/lib/domain/dashboard/month-energies";
import { sumEnergies } from "@/lib/domain/dashboard/sum-energies";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import type { DashboardMonth, DashboardTotals } from "./operation-dashboard";
import { readOperationDashboards } from "./read-operation-dashboards";
import { sumDashboardMonths } from "./sum-dashboard-months";

type Operation = { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet };

/** What one operation brings to the whole. */
export type OperationShare = {
  readonly operation: Operation;
  /** Over its periods that have ended; « months » are its settlement periods. */
  readonly totals: DashboardTotals;
  readonly lastYear: MonthsComparison;
};

/** The periods of all operations that begin in one month of the calendar. */
export type JoinedMonth = {
  /** First day of the month. */
  readonly month: CivilDate;
  readonly totals: DashboardTotals;
  /** The same days of last year; null unless they are settled for every operation that is settled here. [Wh] */
  readonly lastYear: MonthEnergies | null;
};

/** Several operations over the same days, together, one by one and month by month, from stored results. */
export type OperationsDashboard = {
  readonly window: Period;
  /** In the order they were given. */
  readonly operations: readonly OperationShare[];
  /** Oldest first; a month in which no ended period begins is left out. */
  readonly months: readonly JoinedMonth[];
  readonly totals: DashboardTotals;
  /** Against the same days of last year, over the periods that both have. */
  readonly lastYear: MonthsComparison;
};

/**
 * What many operations gave together, from stored results: nothing is settled anew.
 *
 * Monthly anniversaries differ from one operation to the next: a period belongs to the month in which it begins. One
 * that is not over yet, or comes after the end of its convention (art. 8.5.2), is waited for by nobody and left out.
 * A fixed number of queries, whatever the number of operations.
 */
export async function readOperationsDashboard(
  operations: readonly Operation[],
  window: Period,
  today: CivilDate,
): Promise<OperationsDashboard> {
  const dashboards = await readOperationDashboards(operations, window, today);
  const all = dashboards.flatMap(({ months }) => months);
  return {
    window,
    operations: operations.flatMap((operation, index) => {
      const own = dashboards[index];
      return own ? [{ operation, totals: own.totals, lastYear: own.lastYear }] : [];
    }),
    months: joinByMonth(all),
    totals: sumDashboardMonths(all),
    lastYear: compareMonths(all.map(({ energies, lastYear }) => ({ energies, reference: lastYear }))),
  };
}

function joinByMonth(all: readonly DashboardMonth[]): readonly JoinedMonth[] {
  const byMonth = new Map<CivilDate, DashboardMonth[]>();
  for (const each of all) {
    const month = `${each.period.from.slice(0, 7)}-01` as CivilDate;
    const joined = byMonth.get(month);
    if (joined) joined.push(each);
    else byMonth.set(month, [each]);
  }
  return [...byMonth]
    .map(([month, months]) => ({ month, totals: sumDashboardMonths(months), lastYear: lastYearOf(months) }))
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}

function lastYearOf(months: readonly DashboardMonth[]): MonthEnergies | null {
  const settled = months.filter(({ run }) => run !== null);
  const known = settled.flatMap(({ lastYear }) => (lastYear ? [lastYear] : []));
  return known.length === settled.length ? sumEnergies(known) : null;
}
