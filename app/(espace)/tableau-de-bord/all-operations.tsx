import type { Route } from "next";
import styles from "@/components/dashboard/dashboard.module.css";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { formatPeriod } from "@/lib/format/format-date";
import { formatInstantDay } from "@/lib/format/format-instant";
import { formatCount } from "@/lib/format/format-number";
import type { TableColumn } from "@/lib/format/table-cells";
import type { AuthorizedOperation } from "@/lib/server/access";
import type { DashboardTotals } from "@/lib/services/dashboard/operation-dashboard";
import { readOperationsDashboard } from "@/lib/services/dashboard/read-operations-dashboard";
import { cellsOfTotals, MONTH_COLUMNS, TOTALS_COLUMNS } from "./dashboard-columns";
import { JoinedMonths } from "./joined-months";
import { TotalsFigures } from "./totals-figures";

export type AllOperationsProps = {
  operations: readonly AuthorizedOperation[];
  window: Period;
  today: CivilDate;
  /** Whose each operation is, is then said. */
  isSeveralCollectivities: boolean;
};

/** The figures of all operations together, then one by one, then month by month. */
export async function AllOperations({ operations, window, today, isSeveralCollectivities }: AllOperationsProps) {
  const dashboard = await readOperationsDashboard(operations, window, today);
  const { totals, months } = dashboard;
  const period = formatPeriod(window.from, window.toExclusive);
  if (totals.settledMonths === 0) return <NothingSettled operations={operations} period={period} />;
  const collectivities = new Map(operations.map(({ id, collectivity }) => [id as string, collectivity.name]));
  const columns: TableColumn[] = [
    { key: "name", label: "Opération", kind: "text" },
    ...(isSeveralCollectivities ? [{ key: "collectivity", label: "Collectivité", kind: "text" } as const] : []),
    ...TOTALS_COLUMNS,
  ];
  return (
    <>
      <div className={styles.stack}>
        <TotalsFigures totals={totals} lastYear={dashboard.lastYear} period={period} />
        <Completeness totals={totals} />
      </div>
      <PageSection title="Opération par opération">
        <DataTable
          caption="Opérations, de celle dont la consommation est la mieux couverte à celle qui l’est le moins"
          columns={columns}
          initialSort={{ key: "selfProduction", direction: "descending" }}
          rows={dashboard.operations.map(({ operation: { id, sheet }, totals: own }) => ({
            id,
            href: `/operations/${sheet.slug}` as Route,
            cells: { name: sheet.name, collectivity: collectivities.get(id) ?? null, ...cellsOfTotals(own) },
          }))}
          fileName="operations"
        />
      </PageSection>
      <PageSection title="Mois par mois">
        <JoinedMonths months={months} period={period} />
        <DataTable
          caption="Mois, du plus récent au plus ancien ; une période compte dans le mois où elle commence"
          columns={[{ key: "month", label: "Mois", kind: "month" }, ...MONTH_COLUMNS]}
          rows={months.toReversed().map(({ month, totals: own }) => ({
            id: month,
            cells: { month, ...cellsOfTotals(own) },
          }))}
          fileName="operations-mois"
        />
      </PageSection>
    </>
  );
}

function Completeness({ totals }: { totals: DashboardTotals }) {
  const { settledMonths, unsettledMonths, monthsToRecompute, computedAt } = totals;
  const due = settledMonths + unsettledMonths;
  const isWhole = unsettledMonths === 0 && monthsToRecompute === 0;
  const computed = computedAt ? `Dernier calcul le ${formatInstantDay(computedAt)}.` : "";
  if (isWhole) {
    return (
      <Notice tone="success" title={`${formatCount(due, "période calculée", "périodes calculées")}, aucune ne manque`}>
        {computed}
      </Notice>
    );
  }
  return (
    <Notice
      tone="warning"
      title={`${settledMonths} des ${formatCount(due, "période terminée", "périodes terminées")} sont calculées`}
    >
      {unsettledMonths > 0 && "Les autres ne sont pas dans ces chiffres. "}
      {monthsToRecompute > 0 &&
        `${formatCount(monthsToRecompute, "période est à recalculer : ses données ont", "périodes sont à recalculer : leurs données ont")} changé depuis. `}
      {computed}
    </Notice>
  );
}

function NothingSettled({ operations, period }: { operations: readonly AuthorizedOperation[]; period: string }) {
  const [first] = operations;
  return (
    <EmptyState
      title={`Aucune période calculée, ${period}`}
      purpose="Ce tableau montre ensemble ce que les opérations ont produit, ce qui a été autoconsommé et ce qui est parti en surplus."
      needed="des mesures et un premier calcul dans l’une d’elles ; ou choisissez une autre période."
      action={first && <ButtonLink href={`/operations/${first.sheet.slug}` as Route}>{first.sheet.name}</ButtonLink>}
    />
  );
}
