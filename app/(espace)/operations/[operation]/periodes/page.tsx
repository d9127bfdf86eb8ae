import type { Metadata, Route } from "next";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { anniversaryOn } from "@/lib/domain/time/anniversary-on";
import { describePeriodState } from "@/lib/format/describe-period-state";
import { formatPeriodName } from "@/lib/format/format-date";
import { formatDayOfMonth } from "@/lib/format/format-day-of-month";
import { formatCount } from "@/lib/format/format-number";
import type { TableColumn } from "@/lib/format/table-cells";
import { requireOperation } from "@/lib/server/access";
import { periodsOf } from "@/lib/server/periods-of";
import { today } from "@/lib/server/today";
import type { PeriodStatus } from "@/lib/services/list-periods";
import { settlementCalendarOf } from "@/lib/services/settlement-calendar-of";

export const metadata: Metadata = { title: "Périodes" };

const COLUMNS: readonly TableColumn[] = [
  { key: "period", label: "Période", kind: "text" },
  { key: "state", label: "État", kind: "status" },
  { key: "next", label: "À faire", kind: "text" },
  { key: "version", label: "Version", kind: "number" },
  { key: "createdAt", label: "Calculée le", kind: "instantMs" },
  { key: "selfConsumed", label: "Autoconsommé", kind: "energyWh" },
];

export default async function PeriodsPage({ params }: PageProps<"/operations/[operation]/periodes">) {
  const operation = await requireOperation((await params).operation);
  const periods = await periodsOf(operation);
  const dayOfMonth = anniversaryOn(settlementCalendarOf(operation.sheet), await today());
  return (
    <>
      <PageHeader
        title="Périodes"
        lead={`Une période va d’une date anniversaire mensuelle à la suivante : ici, le ${formatDayOfMonth(dayOfMonth)} de chaque mois.`}
      />
      <DataTable
        caption="Périodes de calcul, de la plus récente à la plus ancienne"
        columns={COLUMNS}
        fileName={`${operation.sheet.slug}-periodes`}
        rows={periods.map((status) => ({
          id: status.period.from,
          href: `/operations/${operation.sheet.slug}/periodes/${status.period.from}` as Route,
          cells: {
            period: formatPeriodName(status.period.from, status.period.toExclusive),
            state: describePeriodState(status.state, status.missing.length),
            next: nextStep(status),
            version: status.run?.version ?? null,
            createdAt: status.run?.createdAt.getTime() ?? null,
            selfConsumed: status.run?.selfConsumedWh ?? null,
          },
        }))}
        empty={
          <EmptyState
            title="L’opération n’a pas commencé"
            purpose="Chaque mois, cette page dira s’il est complet, prêt à calculer ou calculé."
          />
        }
      />
    </>
  );
}

function nextStep({ state, missing, isStale }: PeriodStatus): string | null {
  switch (state) {
    case "running":
      return "attendre la fin de la période";
    case "no_perimeter":
      return "ajouter un producteur et un consommateur au périmètre";
    case "waiting":
      return `importer les mesures de ${formatCount(missing.length, "PRM", "PRM")}`;
    case "ready":
      return "calculer";
    case "to_recompute":
      return "recalculer : les mesures ou la clé ont changé";
    case "settled":
      return "vérifier, puis clore";
    case "closed":
      return isStale ? "des données ont changé depuis la clôture" : null;
    case "to_come":
      return null;
  }
}
