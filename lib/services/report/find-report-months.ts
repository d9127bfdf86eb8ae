import "server-only";
import { readSettledSpan } from "@/lib/data/dashboard-runs";
import type { OperationSheet } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { chooseReportMonths, type ReportMonths } from "./choose-report-months";

/** The months of an operation's report, as `chooseReportMonths` has them of what is settled. One query. */
export async function findReportMonths(
  { id, sheet }: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  asked: Parameters<typeof chooseReportMonths>[0],
  today: CivilDate,
): Promise<ReportMonths> {
  const span = await readSettledSpan([id]);
  return chooseReportMonths(asked, sheet.startDay, span?.lastFrom ?? null, today);
}
