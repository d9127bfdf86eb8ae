import type { Metadata, Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { TableColumn } from "@/lib/format/table-cells";
import { requireOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import { readPerimeter } from "@/lib/services/read-perimeter";

export const metadata: Metadata = { title: "Participants" };

const COLUMNS: readonly TableColumn[] = [
  { key: "name", label: "Site", kind: "text" },
  { key: "participant", label: "Participant", kind: "text" },
  { key: "prm", label: "PRM", kind: "code" },
  { key: "role", label: "Rôle", kind: "text" },
  { key: "peakPower", label: "Puissance crête", kind: "powerW" },
  { key: "from", label: "Entrée", kind: "day" },
  { key: "to", label: "Sortie", kind: "day" },
  { key: "state", label: "État", kind: "status" },
];

export default async function ParticipantsPage({ params }: PageProps<"/operations/[operation]/participants">) {
  const operation = await requireOperation((await params).operation);
  const { slug, accNumber } = operation.sheet;
  const perimeter = await readPerimeter(operation.id, await today());
  return (
    <>
      <PageHeader
        title="Participants"
        lead="Les points de mesure (PRM) de l’opération, et les jours où ils comptent."
        actions={
          <>
            {isGranted(operation.role, "write") && (
              <ButtonLink href={`/operations/${slug}/participants/annexe-2` as Route}>Déposer une annexe 2</ButtonLink>
            )}
            {accNumber !== null && (
              <ButtonLink href={`/api/v1/operations/${slug}/annex-2` as Route} variant="default" download>
                Télécharger l’annexe 2
              </ButtonLink>
            )}
          </>
        }
      />
      {!perimeter.isViable && perimeter.rows.length > 0 && (
        <Notice tone="warning" title="Il manque un producteur ou un consommateur">
          Une opération a toujours au moins un producteur et un consommateur ; sinon la convention peut être suspendue
          (art. 8.6).
        </Notice>
      )}
      <DataTable
        caption="Points de mesure de l’opération"
        columns={COLUMNS}
        fileName={`${slug}-participants`}
        rows={perimeter.rows.map(({ id, isAttached, ...row }) => ({
          id,
          cells: {
            name: row.name,
            participant: row.participantName,
            prm: row.prm,
            role: row.role === "producer" ? "Producteur" : "Consommateur",
            peakPower: row.peakPowerW,
            from: row.from,
            to: row.toExclusive,
            state: isAttached ? { text: "participe", tone: "success" } : { text: "hors périmètre", tone: "neutral" },
          },
        }))}
        empty={
          <EmptyState
            title="Aucun participant"
            purpose="Cette page liste les points de mesure qui partagent l’énergie de l’opération."
            needed="la liste de l’annexe 2 de la convention."
          />
        }
      />
    </>
  );
}
