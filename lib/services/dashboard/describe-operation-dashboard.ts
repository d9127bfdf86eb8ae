import "server-only";
import type { OperationSheet } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { ApiOperationDashboard } from "@/lib/schemas/api/operation-dashboard";
import { findDashboardWindow } from "./find-dashboard-window";
import { readOperationDashboard } from "./read-operation-dashboard";

type Asked = { readonly from: CivilDate | null; readonly toExclusive: CivilDate | null };

/** A dashboard as machines read it; a bound that is not told is that of the last twelve periods that are over. */
export async function describeOperationDashboard(
  operation: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  { from, toExclusive }: Asked,
  today: CivilDate,
): Promise<ApiOperationDashboard> {
  const last = from && toExclusive ? null : await findDashboardWindow(operation, { kind: "last_twelve" }, today);
  const first = from ?? last?.window.from ?? operation.sheet.startDay;
  const window = { from: first, toExclusive: toExclusive ?? last?.window.toExclusive ?? first };
  const { months, totals, carbonFactors, ...dashboard } = await readOperationDashboard(operation, window, today);
  return {
    ...dashboard,
    months: months.map(({ run, ...month }) => ({
      ...month,
      run: run && { ...run, createdAt: run.createdAt.toISOString() },
    })),
    totals: { ...totals, computedAt: totals.computedAt?.toISOString() ?? null },
    carbonFactors: carbonFactors.map(({ from: day, gridGramsPerKwh, ownGramsPerKwh, source, year }) => ({
      from: day,
      gridGramsPerKwh,
      ownGramsPerKwh,
      source,
      year,
    })),
  };
}
