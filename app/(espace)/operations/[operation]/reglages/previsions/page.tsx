import type { Metadata, Route } from "next";
import { RegistryForm } from "@/components/registry/registry-form";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { listForecastYears } from "@/lib/domain/forecast/list-forecast-years";
import { addMonths } from "@/lib/domain/time/add-months";
import { formatMonth } from "@/lib/format/format-date";
import { formatInstant } from "@/lib/format/format-instant";
import type { TableColumn } from "@/lib/format/table-cells";
import { requireOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import { readForecasts } from "@/lib/services/forecast/read-forecasts";
import { withdrawForecastAction } from "./actions";
import { ForecastTableForm, ForecastYearForm } from "./forecast-forms";

export const metadata: Metadata = { title: "Prévisions" };

const MONTH_COLUMNS: readonly TableColumn[] = [
  { key: "month", label: "Mois", kind: "month" },
  { key: "production", label: "Production", kind: "energyWh", sum: true },
  { key: "withdrawal", label: "Soutirage", kind: "energyWh", sum: true },
  { key: "selfConsumed", label: "Autoconsommé", kind: "energyWh", sum: true },
];

const FORMER_COLUMNS: readonly TableColumn[] = [
  { key: "told", label: "Enregistrée le", kind: "instantMs" },
  { key: "author", label: "Par", kind: "text" },
  { key: "from", label: "Premier mois", kind: "month" },
  { key: "source", label: "Source", kind: "text" },
  { key: "ended", label: "Remplacée ou retirée le", kind: "instantMs" },
];

export default async function ForecastsPage({ params }: PageProps<"/operations/[operation]/reglages/previsions">) {
  const operation = await requireOperation((await params).operation);
  const { slug, startDay } = operation.sheet;
  const { standing, former } = await readForecasts(operation.id);
  const mayWrite = isGranted(operation.role, "write");
  const years = listForecastYears(startDay, await today()).map((from, index) => ({
    value: from,
    label: `Année ${index + 1} : ${formatMonth(from)} à ${formatMonth(addMonths(from, 11))}`,
  }));
  return (
    <>
      <PageHeader
        title="Prévisions"
        breadcrumb={[{ label: "Fiche de l’opération", href: `/operations/${slug}/reglages` as Route }]}
        lead="Ce que l’étude prévoyait, mois par mois. Le tableau de bord met chaque mois à côté ; une prévision vaut aussi pour les années suivantes, jusqu’à la prochaine."
      />
      {standing.length === 0 && (
        <EmptyState
          title="Aucune prévision n’est enregistrée"
          purpose="Avec elle, le tableau de bord dit si l’opération tient ce qui était annoncé."
          needed="les douze mois de l’étude, ou le total d’une année."
        />
      )}
      {standing.map(({ id, from, months, source, createdAt, createdByName }) => (
        <PageSection key={id} title={`Année qui commence en ${formatMonth(from)}`}>
          <p>
            {source}. Enregistrée le {formatInstant(createdAt)}
            {createdByName && ` par ${createdByName}`}.
          </p>
          <DataTable
            caption={`Prévision de l’année qui commence en ${formatMonth(from)}`}
            columns={MONTH_COLUMNS}
            fileName={`${slug}-prevision-${from.slice(0, 7)}`}
            hasFilter={false}
            rows={months.map(({ productionWh, withdrawalWh, selfConsumedWh }, index) => ({
              id: String(index),
              cells: {
                month: addMonths(from, index),
                production: productionWh,
                withdrawal: withdrawalWh,
                selfConsumed: selfConsumedWh,
              },
            }))}
          />
          {mayWrite && (
            <RegistryForm
              label={`Retirer la prévision de l’année qui commence en ${formatMonth(from)}`}
              submit="Retirer cette prévision"
              action={withdrawForecastAction}
              hidden={{ operation: slug, from }}
              isDestructive
            />
          )}
        </PageSection>
      ))}
      {mayWrite && (
        <>
          <PageSection title="Enregistrer douze mois">
            <p>
              Rien n’est enregistré avant que vous ayez vu les douze mois lus. Ce qui valait pour la même année reste
              dans l’historique.
            </p>
            <ForecastTableForm operation={slug} years={years} />
          </PageSection>
          <PageSection title="Répartir le total d’une année">
            <p>
              Vous n’avez qu’un total : il est réparti selon un profil type, et la méthode reste écrite avec la
              prévision.
            </p>
            <ForecastYearForm operation={slug} years={years} />
          </PageSection>
        </>
      )}
      {former.length > 0 && (
        <PageSection title="Historique">
          <DataTable
            caption="Prévisions remplacées ou retirées"
            columns={FORMER_COLUMNS}
            rows={former.map(({ id, createdAt, createdByName, from, source, supersededAt }) => ({
              id,
              cells: {
                told: createdAt.getTime(),
                author: createdByName,
                from,
                source,
                ended: supersededAt?.getTime() ?? null,
              },
            }))}
          />
        </PageSection>
      )}
    </>
  );
}
