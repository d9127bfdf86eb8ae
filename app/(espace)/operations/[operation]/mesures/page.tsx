import type { Metadata, Route } from "next";
import { Suspense } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { formatPeriodName } from "@/lib/format/format-date";
import { formatCount } from "@/lib/format/format-number";
import type { TableColumn, TableStatus } from "@/lib/format/table-cells";
import { daySearchParamSchema } from "@/lib/schemas/day";
import { type AuthorizedOperation, requireOperation } from "@/lib/server/access";
import { periodsOf } from "@/lib/server/periods-of";
import { isGranted } from "@/lib/server/permissions";
import { UPLOAD_LIMITS } from "@/lib/services/measures/upload-limits";
import { type PointCompleteness, readCompleteness } from "@/lib/services/read-completeness";
import { firstHole, MissingByName } from "./missing-by-name";
import { PeriodLinks } from "./period-links";
import { Suspicions } from "./suspicions";
import { UploadMeasures } from "./upload-measures";
import { YearBoard } from "./year-board";

export const metadata: Metadata = { title: "Mesures" };

const COLUMNS: readonly TableColumn[] = [
  { key: "name", label: "Site", kind: "text" },
  { key: "prm", label: "PRM", kind: "code" },
  { key: "role", label: "Rôle", kind: "text" },
  { key: "state", label: "État", kind: "status" },
  { key: "received", label: "Jours reçus", kind: "text" },
  { key: "missingSteps", label: "Valeurs manquantes", kind: "number", sum: true },
  { key: "known", label: "Énergie connue", kind: "energyWh" },
];

export default async function MeasuresPage({ params, searchParams }: PageProps<"/operations/[operation]/mesures">) {
  const [{ operation: address }, search] = await Promise.all([params, searchParams]);
  const operation = await requireOperation(address);
  const { slug } = operation.sheet;
  return (
    <>
      <PageHeader
        title="Mesures"
        lead="Les courbes de charge que le gestionnaire de réseau publie chaque mois (annexe 6), et ce qu’il en manque."
      />
      {isGranted(operation.role, "write") && (
        <PageSection title="Importer des mesures">
          <UploadMeasures address={slug} maxRequestBytes={UPLOAD_LIMITS.requestBytes} maxFiles={UPLOAD_LIMITS.files} />
        </PageSection>
      )}
      <Suspense fallback={null}>
        <Completeness operation={operation} periodFrom={daySearchParamSchema.parse(search.periode)} />
      </Suspense>
      <Suspense fallback={null}>
        <Suspicions operation={operation} />
      </Suspense>
      <Suspense fallback={null}>
        <YearBoard operation={operation} />
      </Suspense>
    </>
  );
}

async function Completeness({
  operation,
  periodFrom,
}: {
  operation: AuthorizedOperation;
  periodFrom: string | undefined;
}) {
  const periods = await periodsOf(operation);
  const shown =
    periods.find(({ period }) => period.from === periodFrom) ??
    periods.find(({ state }) => state === "waiting") ??
    periods.find(({ state }) => state !== "running") ??
    periods[0];
  if (!shown) return null;
  const points = await readCompleteness(operation.id, shown.period);
  const { slug } = operation.sheet;
  const name = formatPeriodName(shown.period.from, shown.period.toExclusive);
  return (
    <PageSection title={`Ce qui est reçu, ${name}`}>
      <PeriodLinks
        current={shown.period.from}
        periods={periods.map(({ period }) => ({
          from: period.from,
          label: formatPeriodName(period.from, period.toExclusive),
          href: `/operations/${slug}/mesures?periode=${period.from}` as Route,
        }))}
      />
      {shown.state !== "running" && (
        <MissingByName sheet={operation.sheet} period={shown.period} periodName={name} points={points} />
      )}
      <DataTable
        caption={`Complétude des mesures, ${name}`}
        columns={COLUMNS}
        fileName={`${slug}-completude-${shown.period.from}`}
        rows={points.map((point) => ({
          id: point.id,
          href: `/operations/${slug}/mesures/prm/${point.prm}${firstHole(point)}` as Route,
          cells: {
            name: point.name,
            prm: point.prm,
            role: point.role === "producer" ? "Producteur" : "Consommateur",
            state: describe(point),
            received: `${point.receivedDays} sur ${point.expectedDays}`,
            missingSteps: point.missingSteps,
            known: point.receivedDays === 0 ? null : point.knownWh,
          },
        }))}
        empty={
          <EmptyState
            title="Aucun point de mesure ne participe à cette période"
            purpose="Ce tableau dit, PRM par PRM, quels jours sont reçus et ce qui manque."
            needed="des participants dans le périmètre."
            action={
              <ButtonLink href={`/operations/${slug}/participants` as Route} variant="default">
                Ouvrir les participants
              </ButtonLink>
            }
          />
        }
      />
    </PageSection>
  );
}

function describe({ receivedDays, absentDays, partialDays }: PointCompleteness): TableStatus {
  if (receivedDays === 0) return { text: "rien reçu", tone: "danger" };
  if (absentDays.length > 0) {
    return { text: formatCount(absentDays.length, "jour absent", "jours absents"), tone: "warning" };
  }
  if (partialDays.length > 0) {
    return { text: formatCount(partialDays.length, "jour incomplet", "jours incomplets"), tone: "warning" };
  }
  return { text: "complet", tone: "success" };
}
