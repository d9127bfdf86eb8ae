import type { Metadata, Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { addDays } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";
import { formatDay, formatPeriodName } from "@/lib/format/format-date";
import { formatInstant } from "@/lib/format/format-instant";
import { formatCount } from "@/lib/format/format-number";
import { explorerSearchSchema } from "@/lib/schemas/explorer";
import type { ExplorerSearch } from "@/lib/schemas/explorer-search";
import { requireOperation } from "@/lib/server/access";
import { noteChosen } from "@/lib/server/note-consultation";
import { today } from "@/lib/server/today";
import { type Explorer, MAX_CURVES, readExplorer } from "@/lib/services/measures/read-explorer";
import { readExplorerChoices } from "@/lib/services/measures/read-explorer-choices";
import { CurveSums } from "./curve-sums";
import { CurveViews } from "./curve-views";
import { ExplorerForm } from "./explorer-form";
import { PeriodShortcuts } from "./period-shortcuts";
import { resolveComparison, resolveSearch } from "./resolve-search";

export const metadata: Metadata = { title: "Courbes" };

const LEAD =
  "Ce que chaque point de mesure, chaque participant ou tous ensemble ont soutiré et injecté, d’une heure à un an : valeurs mesurées, corrigées et saisies, telles que les calculs les retiennent.";

type Props = PageProps<"/operations/[operation]/mesures/courbes">;

export default async function CurvesPage({ params, searchParams }: Props) {
  const [{ operation: address }, given] = await Promise.all([params, searchParams]);
  const operation = await requireOperation(address);
  const { slug, stepMinutes } = operation.sheet;
  const [choices, day] = await Promise.all([readExplorerChoices(operation.id), today()]);
  if (choices.measured === null || choices.points.length === 0) return <NoCurves slug={slug} />;
  const search = resolveSearch(explorerSearchSchema.parse(given), choices, stepMinutes, day);
  await noteChosen(operation, [...search.choices, search.comparison]);
  const explorer = await readExplorer(operation, { ...search, comparison: resolveComparison(search) }, day);
  const path = `/operations/${slug}/mesures/courbes`;
  const subtitle = namePeriod(explorer);
  return (
    <>
      <PageHeader title="Courbes" lead={LEAD} />
      <PageSection title="Choisir">
        <ExplorerForm path={path} search={search} choices={{ ...choices, maxCurves: MAX_CURVES }} />
        <PeriodShortcuts path={path} search={search} lastDay={choices.measured.lastDay} />
      </PageSection>
      <Remarks explorer={explorer} />
      <PageSection title="Énergies et puissances">
        <CurveSums
          explorer={explorer}
          subtitle={subtitle}
          fileName={`${slug}-courbes`}
          freshness={`Mesures reçues jusqu’au ${formatDay(choices.measured.lastDay)}.`}
        />
      </PageSection>
      <PageSection title="Tracés" actions={<Downloads accNumber={operation.sheet.accNumber ?? slug} search={search} />}>
        <CurveViews explorer={explorer} search={search} path={path} subtitle={subtitle} fileName={`${slug}-courbes`} />
      </PageSection>
    </>
  );
}

function NoCurves({ slug }: { slug: string }) {
  return (
    <>
      <PageHeader title="Courbes" lead={LEAD} />
      <EmptyState
        title="Aucune courbe à montrer"
        purpose="Cette page trace les courbes de charge, les compare d’une année à l’autre et les donne en tableau."
        needed="des courbes de charge, que le gestionnaire de réseau publie chaque mois."
        action={<ButtonLink href={`/operations/${slug}/mesures` as Route}>Importer des courbes</ButtonLink>}
      />
    </>
  );
}

function Remarks({ explorer: { curves, unknown, omittedCount } }: { explorer: Explorer }) {
  return (
    <>
      {unknown.length > 0 && (
        <Notice tone="warning" title="Une courbe demandée n’est pas dans l’opération">
          L’adresse de cette page nomme {formatCount(unknown.length, "courbe inconnue", "courbes inconnues")} :
          choisissez dans la liste.
        </Notice>
      )}
      {omittedCount > 0 && (
        <Notice tone="info" title={`${formatCount(MAX_CURVES, "courbe", "courbes")} au plus à la fois`}>
          {formatCount(omittedCount, "courbe n’est pas montrée", "courbes ne sont pas montrées")} : additionnez-les, ou
          choisissez-en moins.
        </Notice>
      )}
      {curves.length === 0 && (
        <Notice tone="info" title="Rien à tracer">
          Choisissez un groupe, un participant ou un point de mesure.
        </Notice>
      )}
    </>
  );
}

function namePeriod({ startMs, endMs }: Explorer): string {
  const [from, to] = [parisCivilDate(startMs), parisCivilDate(endMs)];
  const isWholeDays = parisMidnightMs(from) === startMs && parisMidnightMs(to) === endMs;
  return isWholeDays ? formatPeriodName(from, to) : `${formatInstant(startMs)} – ${formatInstant(endMs)}`;
}

/** Files of the same curves, step by step, over the whole days shown. */
function Downloads({
  accNumber,
  search,
}: {
  accNumber: string;
  search: ExplorerSearch & { readonly startMs: number; readonly endMs: number };
}) {
  const query = new URLSearchParams({
    curves: search.choices.join(","),
    from: parisCivilDate(search.startMs),
    to: addDays(parisCivilDate(search.endMs - 1), 1),
    sum: String(search.isSum),
  });
  const href = (format: string) => `/api/v1/operations/${accNumber}/explorer?${query}&format=${format}` as Route;
  return (
    <>
      <ButtonLink href={href("xlsx")} download variant="default" size="compact-md">
        Valeurs en XLSX
      </ButtonLink>
      <ButtonLink href={href("csv")} download variant="default" size="compact-md">
        Valeurs en CSV
      </ButtonLink>
    </>
  );
}
