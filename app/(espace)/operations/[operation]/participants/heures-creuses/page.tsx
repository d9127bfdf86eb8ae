import type { Metadata, Route } from "next";
import { TariffSeasonForm } from "@/components/registry/tariff-season-form";
import { TariffTableForm } from "@/components/registry/tariff-table-form";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable, type DataTableRowData } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { KeyValues } from "@/components/ui/key-values";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { DEFAULT_HIGH_SEASON_MONTHS } from "@/lib/domain/tariffs/tariff-season";
import { describeOffPeak, describeSeason } from "@/lib/format/describe-tariff";
import { formatDay } from "@/lib/format/format-date";
import { formatMonths } from "@/lib/format/format-months";
import type { TableColumn } from "@/lib/format/table-cells";
import { TARIFF_STRUCTURES } from "@/lib/format/tariff-words";
import { requireOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import { listTariffLines, type PointTariffs } from "@/lib/services/tariffs/list-tariff-lines";
import { readTariffKnowledge } from "@/lib/services/tariffs/read-tariff-knowledge";
import { setTariffSeasonAction, setTariffTableAction } from "./actions";

export const metadata: Metadata = { title: "Heures creuses" };

const COLUMNS: readonly TableColumn[] = [
  { key: "name", label: "Site", kind: "text" },
  { key: "prm", label: "PRM", kind: "code" },
  { key: "tariff", label: "Tarif", kind: "status" },
  { key: "from", label: "À partir du", kind: "day" },
  { key: "hours", label: "Heures creuses", kind: "text" },
  { key: "season", label: "Saison haute", kind: "text" },
];

export default async function OffPeakHoursPage({
  params,
}: PageProps<"/operations/[operation]/participants/heures-creuses">) {
  const operation = await requireOperation((await params).operation);
  const { slug, startDay } = operation.sheet;
  const [points, { seasons }] = await Promise.all([listTariffLines(operation.id), readTariffKnowledge(operation.id)]);
  const room = `/operations/${slug}/participants`;
  const canWrite = isGranted(operation.role, "write");
  const download = `/api/v1/operations/${slug}/tariff-schedules?format=csv` as Route;
  const months = seasons.at(-1)?.highSeasonMonths ?? DEFAULT_HIGH_SEASON_MONTHS;
  return (
    <>
      <PageHeader
        title="Heures creuses"
        breadcrumb={[{ label: "Participants", href: room as Route }]}
        lead="Le tarif et les heures creuses de chaque PRM, pour découper son énergie par poste (HP, HC, saison haute et basse)."
        actions={
          points.length > 0 && (
            <ButtonLink href={download} variant="default" download>
              Télécharger le tableau
            </ButtonLink>
          )
        }
      />
      <DataTable
        caption="Heures creuses des points de mesure"
        columns={COLUMNS}
        hasFilter
        rows={points.flatMap((point) => toRows(point, room))}
        empty={
          <EmptyState
            title="Il n’y a pas encore de PRM"
            purpose="Cette page dit les heures creuses de chaque point de mesure."
            needed="des participants et leurs PRM."
            action={<ButtonLink href={room as Route}>Ouvrir les participants</ButtonLink>}
          />
        }
      />
      {canWrite && points.length > 0 && (
        <PageSection title="Renseigner plusieurs PRM">
          <p>
            Téléchargez le tableau, complétez-le dans un tableur, puis collez-le ici ou déposez-le. Rien n’est
            enregistré avant votre accord. Un PRM seul se renseigne aussi sur sa fiche.
          </p>
          <TariffTableForm operation={slug} from={startDay} action={setTariffTableAction} />
        </PageSection>
      )}
      <PageSection title="Saison haute de l’opération">
        <KeyValues
          items={
            seasons.length === 0
              ? [{ label: "Toujours", value: `${formatMonths(DEFAULT_HIGH_SEASON_MONTHS)}, comme le tarif de réseau` }]
              : seasons.map(({ from, highSeasonMonths }) => ({
                  label: `À partir du ${formatDay(from)}`,
                  value: formatMonths(highSeasonMonths),
                }))
          }
        />
        {canWrite && (
          <details>
            <summary>Changer les mois de la saison haute</summary>
            <TariffSeasonForm
              operation={slug}
              from={startDay}
              months={formatMonths(months)}
              action={setTariffSeasonAction}
            />
          </details>
        )}
      </PageSection>
    </>
  );
}

function toRows({ prm, name, schedules }: PointTariffs, room: string): readonly DataTableRowData[] {
  const href = `${room}/prm/${prm}` as Route;
  if (schedules.length === 0) {
    const tariff = { text: "Non renseigné", tone: "warning" } as const;
    return [{ id: prm, href, cells: { name, prm, tariff, from: null, hours: null, season: null } }];
  }
  return schedules.map((schedule) => ({
    id: `${prm} ${schedule.from}`,
    href,
    cells: {
      name,
      prm,
      tariff: { text: TARIFF_STRUCTURES[schedule.structure], tone: "neutral" },
      from: schedule.from,
      hours: describeOffPeak(schedule),
      season: describeSeason(schedule),
    },
  }));
}
