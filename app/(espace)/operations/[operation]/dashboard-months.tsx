import type { Route } from "next";
import { MonthBars } from "@/components/dashboard/month-bars";
import { DataTable, type DataTableRowData } from "@/components/ui/data-table";
import { PageSection } from "@/components/ui/page-section";
import { describeDifferences } from "@/lib/format/comparison-words";
import { MONTH_STATES } from "@/lib/format/dashboard-words";
import { formatDay, formatPeriodName, formatShortMonth } from "@/lib/format/format-date";
import type { ComparedDifferences } from "@/lib/services/comparison/count-compared-differences";
import type { DashboardMonth, OperationDashboard } from "@/lib/services/dashboard/operation-dashboard";
import { MONTH_COLUMNS } from "./month-columns";

type DashboardMonthsProps = { slug: string; period: string; dashboard: OperationDashboard };

/** Production and withdrawal month by month, beside last year's and the forecast. */
export function DashboardCharts({ slug, period, dashboard }: DashboardMonthsProps) {
  const months = dashboard.months;
  return (
    <PageSection title="Mois par mois">
      <MonthBars
        kind="production"
        period={period}
        fileName={`${slug}-production-par-mois`}
        months={months.map((month) => ({
          ...nameMonth(slug, month),
          wholeWh: month.energies?.productionWh ?? null,
          lastYearWh: month.lastYear?.productionWh ?? null,
          forecastWh: month.forecast?.productionWh ?? null,
        }))}
      />
      <MonthBars
        kind="withdrawal"
        period={period}
        fileName={`${slug}-soutirage-par-mois`}
        months={months.map((month) => ({
          ...nameMonth(slug, month),
          wholeWh: month.energies?.withdrawalWh ?? null,
          lastYearWh: month.lastYear?.withdrawalWh ?? null,
          forecastWh: month.forecast?.withdrawalWh ?? null,
        }))}
      />
    </PageSection>
  );
}

/** Every month of the window with all its figures, the latest first. */
export function DashboardTable({
  slug,
  dashboard,
  differences,
}: Omit<DashboardMonthsProps, "period"> & { differences: ComparedDifferences }) {
  return (
    <PageSection title="Mois calculés">
      <DataTable
        caption="Mois, du plus récent au plus ancien"
        columns={MONTH_COLUMNS}
        fileName={`${slug}-mois`}
        rows={dashboard.months.toReversed().map((month) => toRow(slug, month, differences))}
      />
    </PageSection>
  );
}

function toRow(slug: string, month: DashboardMonth, differences: ComparedDifferences): DataTableRowData {
  const { period, energies, rates, run } = month;
  return {
    id: period.from,
    href: hrefOf(slug, month) as Route,
    cells: {
      period: formatPeriodName(period.from, period.toExclusive),
      state: MONTH_STATES[month.state],
      production: energies?.productionWh ?? null,
      selfConsumed: energies?.selfConsumedWh ?? null,
      surplus: energies?.surplusWh ?? null,
      withdrawal: energies?.withdrawalWh ?? null,
      complement: energies?.complementWh ?? null,
      selfConsumption: rates?.selfConsumptionRate ?? null,
      selfProduction: rates?.selfProductionRate ?? null,
      coverage: rates?.coverageRate ?? null,
      saved: month.savedCents,
      carbon: month.avoidedCarbonG === null ? null : month.avoidedCarbonG / 1000,
      corrected: run?.correctedSteps ?? null,
      computed: run?.createdAt.getTime() ?? null,
      operator: run ? describeDifferences(differences.get(period.from)) : null,
    },
  };
}

function nameMonth(slug: string, month: DashboardMonth) {
  const { from, toExclusive } = month.period;
  const isMonth = from.endsWith("-01") && toExclusive.endsWith("-01");
  return {
    id: from,
    name: formatPeriodName(from, toExclusive),
    shortName: isMonth ? formatShortMonth(from) : formatDay(from),
    href: hrefOf(slug, month),
    selfConsumedWh: month.energies?.selfConsumedWh ?? null,
  };
}

const hrefOf = (slug: string, { period }: DashboardMonth) => `/operations/${slug}/periodes/${period.from}`;
