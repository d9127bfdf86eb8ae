import type { Metadata, Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { Deadline } from "@/lib/domain/deadlines/deadline";
import { describeDeadlineState } from "@/lib/format/describe-deadline";
import { formatDay, formatPeriodName } from "@/lib/format/format-date";
import type { TableCell, TableColumn } from "@/lib/format/table-cells";
import { listGrantedCollectivities } from "@/lib/server/access";
import { requireOperations } from "@/lib/server/require-operations";
import { today } from "@/lib/server/today";
import { listNextDeadlines } from "@/lib/services/deadlines/list-next-deadlines";
import { listOperations } from "@/lib/services/list-operations";

export const metadata: Metadata = { title: "Opérations" };

const COLUMNS: readonly TableColumn[] = [
  { key: "name", label: "Opération", kind: "text" },
  { key: "accNumber", label: "Numéro", kind: "text" },
  { key: "collectivity", label: "Collectivité", kind: "text" },
  { key: "next", label: "Prochaine échéance", kind: "status" },
  { key: "period", label: "Dernier mois calculé", kind: "text" },
  { key: "production", label: "Production", kind: "energyWh" },
  { key: "selfConsumption", label: "Autoconsommation", kind: "ratio" },
  { key: "selfProduction", label: "Autoproduction", kind: "ratio" },
];

export default async function OperationsPage() {
  const own = await requireOperations();
  const [operations, collectivities, next] = await Promise.all([
    listOperations(own),
    listGrantedCollectivities("write"),
    listNextDeadlines(own, await today()),
  ]);
  const create = collectivities.length > 0 && <ButtonLink href="/operations/nouvelle">Nouvelle opération</ButtonLink>;
  return (
    <>
      <PageHeader
        title="Opérations"
        lead="Les opérations d’autoconsommation collective auxquelles vous avez accès."
        actions={operations.length > 0 && create}
      />
      <DataTable
        caption="Opérations"
        columns={COLUMNS}
        rows={operations.map(({ id, slug, latestRun, rates, ...operation }) => ({
          id,
          href: `/operations/${slug}` as Route,
          cells: {
            name: operation.name,
            accNumber: operation.accNumber,
            collectivity: operation.collectivityName,
            next: describeNext(next.get(id)),
            period: latestRun && formatPeriodName(latestRun.periodFrom, latestRun.periodTo),
            production: latestRun?.productionWh ?? null,
            selfConsumption: rates?.selfConsumptionRate ?? null,
            selfProduction: rates?.selfProductionRate ?? null,
          },
        }))}
        fileName="operations"
        empty={
          <EmptyState
            title="Aucune opération"
            purpose="Une opération rassemble des producteurs et des consommateurs voisins qui se partagent une production locale."
            needed={
              create
                ? "le nom de l’opération, la personne morale qui l’organise et sa date de début."
                : "que l’administrateur de la collectivité vous donne accès à l’une d’elles."
            }
            action={create}
          />
        }
      />
    </>
  );
}

function describeNext(deadline: Deadline | undefined): TableCell {
  if (!deadline) return null;
  const { text, tone } = describeDeadlineState(deadline);
  return { text: deadline.state.kind === "late" ? text : formatDay(deadline.dueDay), tone };
}
