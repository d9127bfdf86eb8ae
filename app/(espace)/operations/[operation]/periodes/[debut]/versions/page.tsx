import type { Metadata, Route } from "next";
import { Suspense } from "react";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { formatPeriodName } from "@/lib/format/format-date";
import type { TableColumn } from "@/lib/format/table-cells";
import { versionSearchParamSchema } from "@/lib/schemas/day";
import type { AuthorizedOperation } from "@/lib/server/access";
import { requirePeriod } from "@/lib/server/require-period";
import type { PeriodStatus } from "@/lib/services/list-periods";
import { compareRuns } from "@/lib/services/runs/compare-runs";
import { listPeriodRuns } from "@/lib/services/runs/list-period-runs";
import { ComparisonView } from "./comparison-view";
import { ReproductionView } from "./reproduction-view";
import { VersionForms } from "./version-forms";

export const metadata: Metadata = { title: "Versions du résultat" };

type Props = PageProps<"/operations/[operation]/periodes/[debut]/versions">;

const COLUMNS: readonly TableColumn[] = [
  { key: "version", label: "Version", kind: "text" },
  { key: "createdAt", label: "Calculée le", kind: "instantMs" },
  { key: "production", label: "Production", kind: "energyWh" },
  { key: "withdrawal", label: "Soutirage", kind: "energyWh" },
  { key: "selfConsumed", label: "Autoconsommé", kind: "energyWh" },
  { key: "correctedSteps", label: "Pas corrigés", kind: "number" },
  { key: "engine", label: "Moteur", kind: "text" },
];

/** The versions of a period: any two compared, and any of them computed again. */
export default async function RunVersionsPage({ params, searchParams }: Props) {
  const [address, search] = await Promise.all([params, searchParams]);
  const { operation, status } = await requirePeriod(address);
  const { period } = status;
  const { slug } = operation.sheet;
  const runs = await listPeriodRuns(operation.id, period.from);
  const versionOf = (text: unknown) => versionSearchParamSchema.parse(text);
  const [was, is, again] = [versionOf(search.de), versionOf(search.a), versionOf(search.recalculer)];
  const name = formatPeriodName(period.from, period.toExclusive);
  return (
    <>
      <PageHeader
        title={`Versions du résultat : ${name}`}
        breadcrumb={[
          { label: "Périodes", href: `/operations/${slug}/periodes` as Route },
          { label: name, href: `/operations/${slug}/periodes/${period.from}` as Route },
        ]}
        lead="Un résultat ne change jamais : quand des données changent, un nouveau calcul porte la version suivante. Chaque version peut être recalculée à partir des données d’aujourd’hui, et comparée bit à bit."
      />
      <DataTable
        caption={`Versions, ${name}, de la plus récente à la plus ancienne`}
        columns={COLUMNS}
        fileName={`${slug}-${period.from}-versions`}
        rows={runs.map((run) => ({
          id: run.id,
          href: `/operations/${slug}/periodes/${period.from}?version=${run.version}` as Route,
          cells: {
            version: `Version ${run.version}`,
            createdAt: run.createdAt.getTime(),
            production: run.productionWh,
            withdrawal: run.withdrawalWh,
            selfConsumed: run.selfConsumedWh,
            correctedSteps: run.correctedSteps,
            engine: `version ${run.engineVersion}`,
          },
        }))}
        empty={
          <EmptyState
            title="Aucun résultat"
            purpose="Cette page compare les versions du résultat, et vérifie qu’un calcul se reproduit."
            needed="un premier calcul de la période."
          />
        }
      />
      {runs.length > 0 && (
        <VersionForms versions={runs.map(({ version }) => version)} was={was} is={is} again={again} />
      )}
      {was && is && (
        <PageSection title={`De la version ${was} à la version ${is}`}>
          <Suspense fallback={<p>Comparaison en cours…</p>}>
            <Versions operation={operation} status={status} versions={[was, is]} />
          </Suspense>
        </PageSection>
      )}
      {again && (
        <PageSection title={`La version ${again}, recalculée`}>
          <Suspense fallback={<p>Calcul en cours…</p>}>
            <ReproductionView operation={operation} run={runs.find(({ version }) => version === again) ?? null} />
          </Suspense>
        </PageSection>
      )}
    </>
  );
}

type VersionsProps = {
  operation: AuthorizedOperation;
  status: PeriodStatus;
  versions: readonly [was: number, is: number];
};

async function Versions({ operation, status, versions }: VersionsProps) {
  const comparison = await compareRuns(operation.id, status.period.from, versions);
  if (!comparison) return <p>La période n’a pas ces deux versions.</p>;
  return <ComparisonView comparison={comparison} labels={[`Version ${versions[0]}`, `Version ${versions[1]}`]} />;
}
