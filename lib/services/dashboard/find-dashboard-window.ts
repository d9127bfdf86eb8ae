import "server-only";
import { readSettledSpan, type SettledSpan } from "@/lib/data/dashboard-runs";
import type { OperationSheet } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { dashboardWindow, type WindowChoice } from "@/lib/domain/dashboard/dashboard-window";
import type { Period } from "@/lib/domain/time/period";
import { settlementCalendarOf } from "@/lib/services/settlement-calendar-of";

export type FoundWindow = {
  readonly window: Period;
  /** The one asked for, or the last twelve months where nothing was settled in it. */
  readonly choice: WindowChoice;
  /** Every other one there is, in the order they are offered. */
  readonly choices: readonly WindowChoice[];
};

/** The days a dashboard is about, as chosen; null while nothing is settled. One query. */
export async function findDashboardWindow(
  { id, sheet }: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  asked: WindowChoice,
): Promise<FoundWindow | null> {
  const span = await readSettledSpan([id]);
  if (!span) return null;
  const calendar = settlementCalendarOf(sheet);
  const lastTwelve: WindowChoice = { kind: "last_twelve" };
  const found = dashboardWindow(asked, calendar, span.toExclusive);
  const window = found ?? dashboardWindow(lastTwelve, calendar, span.toExclusive);
  return (
    window && {
      window,
      choice: found ? asked : lastTwelve,
      choices: [lastTwelve, ...listYears(span), { kind: "since_start" }],
    }
  );
}

/** The years in which a settled period begins, latest first. */
function listYears({ from, lastFrom }: SettledSpan): readonly WindowChoice[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(lastFrom.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, index) => ({ kind: "civil_year", year: last - index }));
}
