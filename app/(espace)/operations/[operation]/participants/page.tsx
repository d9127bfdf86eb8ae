import type { Metadata, Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { DayPicker } from "@/components/ui/day-picker";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { describeLackingCount } from "@/lib/format/describe-consent";
import { describeLack } from "@/lib/format/describe-move-warning";
import { formatDay } from "@/lib/format/format-date";
import { describeRoles, PERIMETER_STATES } from "@/lib/format/perimeter-words";
import type { TableColumn } from "@/lib/format/table-cells";
import { participantFiltersSchema } from "@/lib/schemas/participant-filters";
import { requireOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import { readConsents } from "@/lib/services/consents/read-consents";
import { type PerimeterRow, readPerimeter } from "@/lib/services/read-perimeter";
import { filterRows, PerimeterFilters } from "./perimeter-filters";

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
const TEN_YEARS = 3653; // days: far enough for anything planned

export default async function ParticipantsPage({
  params,
  searchParams,
}: PageProps<"/operations/[operation]/participants">) {
  const operation = await requireOperation((await params).operation);
  const { slug, accNumber, startDay } = operation.sheet;
  const filters = participantFiltersSchema.parse(await searchParams);
  const now = await today();
  const day = laterOf(filters.jour ?? now, startDay);
  const [{ rows, unviable }, consents] = await Promise.all([
    readPerimeter(operation.id, day),
    readConsents(operation.id, day),
  ]);
  const lacking = new Set(consents.missing.map(({ meteringPointId }) => meteringPointId));
  const room = `/operations/${slug}/participants`;
  const canWrite = isGranted(operation.role, "write");
  return (
    <>
      <PageHeader
        title="Participants"
        lead="Les participants et leurs points de mesure (PRM), et les jours où ils comptent."
        actions={
          <>
            {canWrite && <ButtonLink href={`${room}/nouveau` as Route}>Ajouter un participant</ButtonLink>}
            {canWrite && (
              <ButtonLink href={`${room}/annexe-2` as Route} variant="default">
                Déposer une annexe 2
              </ButtonLink>
            )}
            {accNumber !== null && (
              <ButtonLink href={`/api/v1/operations/${slug}/annex-2` as Route} variant="default" download>
                Télécharger l’annexe 2
              </ButtonLink>
            )}
          </>
        }
      />
      {unviable && (
        <Notice tone="warning" title="Il manque un producteur ou un consommateur">
          {unviable.day === day ? "Ce jour-là" : `À partir du ${formatDay(unviable.day)}`}, l’opération n’a pas{" "}
          {describeLack(unviable.lacks)}. Il en faut toujours au moins un de chaque ; sinon la convention peut être
          suspendue (art. 8.6).
        </Notice>
      )}
      {consents.lackingParticipantCount > 0 && (
        <Notice
          tone="warning"
          title={describeLackingCount(consents.lackingParticipantCount)}
          actions={
            <ButtonLink href={`${room}/consentements` as Route} variant="default">
              Voir les consentements
            </ButtonLink>
          }
        >
          Enedis peut en demander la preuve, et sort le PRM qui n’en a pas 10 jours ouvrés après (art. 5.1.4).
        </Notice>
      )}
      <DayPicker day={day} min={startDay} max={addDays(laterOf(now, day), TEN_YEARS)} label="Périmètre du" />
      <PerimeterFilters {...filters} />
      <DataTable
        caption="Points de mesure de l’opération"
        columns={COLUMNS}
        fileName={`${slug}-participants-${day}`}
        searchParam="recherche"
        hasFilter
        rows={filterRows(rows, filters, lacking).map((row) => toTableRow(row, room))}
        empty={
          rows.length > 0 ? (
            <p>Personne ne correspond à ces filtres.</p>
          ) : (
            <EmptyState
              title="Aucun participant"
              purpose="Cette page liste les points de mesure qui partagent l’énergie de l’opération."
              needed="la liste de l’annexe 2 de la convention, ou un participant saisi à la main."
            />
          )
        }
      />
    </>
  );
}

const laterOf = (one: CivilDate, two: CivilDate) => (one > two ? one : two);

function toTableRow({ id, prm, ...row }: PerimeterRow, room: string) {
  return {
    id,
    href: (prm === null ? `${room}/${row.participantId}` : `${room}/prm/${prm}`) as Route,
    cells: {
      name: row.name ?? row.participantName,
      participant: row.participantName,
      prm,
      role: describeRoles(row.roles, row.isStorage),
      peakPower: row.peakPowerW,
      from: row.from,
      to: row.toExclusive,
      state: PERIMETER_STATES[row.state],
    },
  };
}
