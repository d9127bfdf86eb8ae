import "server-only";
import type { ApiDashboard } from "@/lib/schemas/api/dashboard";
import type { DashboardTotals } from "./operation-dashboard";
import type { OperationsDashboard } from "./read-operations-dashboard";

type Named = { readonly id: string; readonly collectivity: { readonly id: string; readonly name: string } };

/** The dashboard of many operations, as a machine reads it. */
export function describeOperationsDashboard(
  named: readonly Named[],
  { window, operations, months, totals }: OperationsDashboard,
): ApiDashboard {
  const collectivities = new Map(
    named.map(({ id, collectivity }) => [id, { id: collectivity.id, name: collectivity.name }]),
  );
  return {
    window,
    totals: describeTotals(totals),
    operations: operations.flatMap(({ operation, totals: own }) => {
      const { slug, accNumber, name } = operation.sheet;
      const collectivity = collectivities.get(operation.id);
      return collectivity ? [{ slug, accNumber, name, collectivity, totals: describeTotals(own) }] : [];
    }),
    months: months.map(({ month, totals: own }) => ({ month, totals: describeTotals(own) })),
  };
}

function describeTotals(totals: DashboardTotals): ApiDashboard["totals"] {
  const { settledMonths, unsettledMonths, monthsToRecompute, computedAt } = totals;
  return {
    settledPeriods: settledMonths,
    unsettledPeriods: unsettledMonths,
    periodsToRecompute: monthsToRecompute,
    computedAt: computedAt?.toISOString() ?? null,
    energies: totals.energies,
    rates: totals.rates,
    savedCents: totals.savedCents,
    avoidedCarbonG: totals.avoidedCarbonG,
  };
}
