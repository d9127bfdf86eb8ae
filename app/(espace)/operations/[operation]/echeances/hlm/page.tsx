import type { Metadata, Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ListPager } from "@/components/ui/list-pager";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { describeTenantChange } from "@/lib/format/describe-tenant-change";
import type { TableColumn } from "@/lib/format/table-cells";
import { LIST_PAGE_SIZE, listPageSearchSchema } from "@/lib/schemas/list-page-search";
import { type AuthorizedOperation, requireOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import {
  type ReadTenantChange,
  readOpenTenantChanges,
  readTenantChanges,
} from "@/lib/services/hlm/read-tenant-changes";
import { listHolders } from "@/lib/services/registry/list-holders";
import { listPrmOptions } from "@/lib/services/registry/list-prm-options";
import { DepartureForm } from "./departure-form";
import { TenantForms } from "./tenant-forms";

export const metadata: Metadata = { title: "Locataires HLM" };

const COLUMNS: readonly TableColumn[] = [
  { key: "site", label: "Site", kind: "text" },
  { key: "prm", label: "PRM", kind: "code" },
  { key: "end", label: "Fin du contrat", kind: "day" },
  { key: "service", label: "Mise en service", kind: "day" },
  { key: "tenant", label: "Nouveau locataire", kind: "text" },
  { key: "return", label: "Retour le", kind: "day" },
  { key: "state", label: "État", kind: "status" },
];

export default async function TenantsPage({
  params,
  searchParams,
}: PageProps<"/operations/[operation]/echeances/hlm">) {
  const operation = await requireOperation((await params).operation);
  const { slug, perimeterManagement } = operation.sheet;
  const { avant: before } = listPageSearchSchema.parse(await searchParams);
  const isHlm = perimeterManagement === "hlm";
  const mayWrite = isGranted(operation.role, "write") && isHlm;
  const [day, { rows, next }, open] = await Promise.all([
    today(),
    readTenantChanges(operation, { before, limit: LIST_PAGE_SIZE }),
    mayWrite ? readOpenTenantChanges(operation) : [],
  ]);
  return (
    <>
      <PageHeader
        title="Locataires HLM"
        lead="Quand un locataire part, son PRM sort du périmètre et attend. Quatorze jours après la mise en service du nouveau contrat, il revient avec son dernier coefficient, sauf si le refus du nouveau locataire est signalé à Enedis avant (convention, art. 3.2.2.2)."
      />
      <DataTable
        caption="Changements de locataire"
        columns={COLUMNS}
        fileName={`${slug}-locataires`}
        rows={rows.map(({ id, point, endDay, serviceDay, newTenant, returnDay, state }) => ({
          id,
          ...(point && { href: `/operations/${slug}/participants/prm/${point.prm}` as Route }),
          cells: {
            site: point?.name ?? "logement",
            prm: point?.prm ?? null,
            end: endDay,
            service: serviceDay,
            tenant: newTenant?.name ?? null,
            return: state === "waiting" || state === "returned" ? returnDay : null,
            state: describeTenantChange(state),
          },
        }))}
        empty={
          <EmptyState
            title="Aucun changement de locataire"
            purpose="Cette page suit les logements dont le locataire change, jusqu’au retour du PRM ou au refus."
            needed={
              isHlm
                ? "le départ d’un locataire, connu de vous ou par un avis d’Enedis."
                : "une opération d’un organisme HLM et de ses locataires (code de l’énergie, art. L.315-2-1) : cela se dit dans la fiche de l’opération."
            }
            action={
              !isHlm && (
                <ButtonLink href={`/operations/${slug}/reglages` as Route}>Ouvrir la fiche de l’opération</ButtonLink>
              )
            }
          />
        }
      />
      <ListPager href={`/operations/${slug}/echeances/hlm`} isFirst={before === null} next={next} />
      {open.length > 0 && <OpenChanges operation={operation} changes={open} day={day} />}
      {mayWrite && <DepartureSection operation={operation} day={day} />}
    </>
  );
}

async function OpenChanges({
  operation,
  changes,
  day,
}: {
  operation: AuthorizedOperation;
  changes: readonly ReadTenantChange[];
  day: CivilDate;
}) {
  const { slug } = operation.sheet;
  const holders = await listHolders(operation.id);
  return (
    <PageSection
      title="En attente"
      actions={
        <ButtonLink href={`/operations/${slug}/participants/nouveau` as Route} variant="default">
          Ajouter un locataire au registre
        </ButtonLink>
      }
    >
      {changes.map((change) => (
        <TenantForms
          key={change.id}
          change={change}
          address={`/api/v1/operations/${slug}/tenant-changes/${change.id}/moves`}
          holders={holders}
          day={day}
        />
      ))}
    </PageSection>
  );
}

async function DepartureSection({ operation, day }: { operation: AuthorizedOperation; day: CivilDate }) {
  const prms = await listPrmOptions(operation.id);
  return (
    <PageSection title="Enregistrer un départ">
      <p>
        La sortie est enregistrée tout de suite, au jour de la fin du contrat. Ce qu’elle entraîne est montré d’abord :
        rien n’est écrit avant votre accord.
      </p>
      <DepartureForm operation={operation.sheet.slug} prms={prms} day={day} />
    </PageSection>
  );
}
