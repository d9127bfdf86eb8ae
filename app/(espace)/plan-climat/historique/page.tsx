import { Stack } from "@mantine/core";
import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { AuditNotice } from "@/components/climate/audit-notice";
import { PlanTabs } from "@/components/climate/plan-tabs";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable, type DataTableRowData } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { actionAddress } from "@/lib/format/action-address";
import { describePlanAuthor } from "@/lib/format/plan-history-table";
import type { TableColumn } from "@/lib/format/table-cells";
import { type PlanHistorySearch, planHistorySearchSchema, toPlanHistoryFilter } from "@/lib/schemas/climate-history";
import { toTrailPlace, writeTrailPlace } from "@/lib/schemas/trail-search";
import { requireCollectivity } from "@/lib/server/require-collectivity";
import { type DescribedPlanChange, describePlanHistory } from "@/lib/services/climate-plan/describe-plan-history";
import { listHistoryAuthors, readPlanHistory } from "@/lib/services/climate-plan/read-plan-history";
import { HistoryFilter } from "./history-filter";

export const metadata: Metadata = { title: "Historique du plan climat" };

const PAGE_SIZE = 100;
const ADDRESS = "/plan-climat/historique";
const COLUMNS: readonly TableColumn[] = [
  { key: "what", label: "Ce qui a changé", kind: "text" },
  { key: "action", label: "Action", kind: "text" },
  { key: "at", label: "Quand", kind: "instantMs" },
  { key: "who", label: "Qui", kind: "text" },
];

export default async function HistoryPage({ searchParams }: PageProps<"/plan-climat/historique">) {
  const search = planHistorySearchSchema.parse(await searchParams);
  const chosen = await requireCollectivity(search.collectivite);
  if (!chosen) notFound();
  const { id } = chosen.collectivity;
  const [page, authors] = await Promise.all([
    readPlanHistory(id, toPlanHistoryFilter(search), toTrailPlace(search.avant), PAGE_SIZE),
    listHistoryAuthors(id),
  ]);
  const changes = await describePlanHistory(id, page);
  const query = { ...search, collectivite: id };
  return (
    <>
      <PlanTabs collectivityId={id} />
      <PageHeader
        title="Historique"
        lead="Tout ce qui a été changé dans le plan climat, du plus récent au plus ancien : qui, quand, avant et après. Rien ne s’y modifie ni ne s’y efface."
        breadcrumb={[{ label: "Plan climat", href: `/plan-climat?collectivite=${id}` as Route }]}
        actions={
          <ButtonLink href={addressOf(`${ADDRESS}/csv`, { ...query, avant: undefined })} variant="default" download>
            Télécharger (CSV)
          </ButtonLink>
        }
      />
      <AuditNotice access={chosen.collectivity} />
      <Stack>
        <HistoryFilter search={query} authors={authors} />
        <DataTable
          caption="Changements du plan climat"
          columns={COLUMNS}
          hasFilter={false}
          rows={changes.map((change) => toRow(change, id))}
          empty={
            <EmptyState
              title="Rien à montrer"
              purpose="Aucun changement ne correspond à ce filtre : statuts, explications, preuves, personnalisation, référentiel, instantanés et audits s’inscrivent ici dès qu’ils changent."
              needed="un filtre plus large, ou une première réponse sur une mesure."
            />
          }
        />
        {page.next && (
          <ButtonLink href={addressOf(ADDRESS, { ...query, avant: writeTrailPlace(page.next) })} variant="default">
            Plus anciens
          </ButtonLink>
        )}
      </Stack>
    </>
  );
}

function toRow(change: DescribedPlanChange, collectivityId: string): DataTableRowData {
  const { id, at, number, actionTitle, measureNumber, lines } = change;
  const depth = measureNumber?.split(".").length ?? 0;
  return {
    id,
    ...(number && measureNumber ? { href: actionAddress(number, depth, collectivityId) } : {}),
    cells: {
      what: lines.join(" · "),
      action: number === null ? null : `${number} ${actionTitle ?? ""}`.trim(),
      at: at.getTime(),
      who: describePlanAuthor(change),
    },
  };
}

function addressOf(path: string, search: PlanHistorySearch): Route {
  const given = Object.entries(search).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return `${path}?${new URLSearchParams(given)}` as Route;
}
