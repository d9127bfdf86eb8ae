import type { Metadata, Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { formatPeriod, formatPeriodName } from "@/lib/format/format-date";
import {
  comparedRowsSearchParamSchema,
  prmSearchParamSchema,
  resultQuantitySearchParamSchema,
} from "@/lib/schemas/comparison";
import { daySearchParamSchema } from "@/lib/schemas/day";
import type { AuthorizedOperation } from "@/lib/server/access";
import { noteChosen } from "@/lib/server/note-consultation";
import { isGranted } from "@/lib/server/permissions";
import { requirePeriod } from "@/lib/server/require-period";
import { type ComparedDay, readComparedDay } from "@/lib/services/comparison/read-compared-day";
import { type Comparison, readComparison } from "@/lib/services/comparison/read-comparison";
import { CompareForm } from "./compare-form";
import { ComparedDaySection } from "./compared-day-section";
import { ComparisonProgress } from "./comparison-progress";
import { ComparisonResult } from "./comparison-result";

export const metadata: Metadata = { title: "Comparaison avec le gestionnaire" };

type Props = PageProps<"/operations/[operation]/periodes/[debut]/comparaison">;

export default async function ComparisonPage({ params, searchParams }: Props) {
  const [address, search] = await Promise.all([params, searchParams]);
  const { operation, status } = await requirePeriod(address);

  const { period, run } = status;
  const { slug } = operation.sheet;
  const periodHref = `/operations/${slug}/periodes/${period.from}`;
  const comparison = run && (await readComparison(operation.id, run.id));
  const compared = comparison && (await readShownDay(operation, comparison, search));
  const hasResult = comparison?.computedAt != null && comparison.figures.length > 0;
  return (
    <>
      <PageHeader
        title="Comparaison avec le gestionnaire"
        breadcrumb={[
          { label: "Périodes", href: `/operations/${slug}/periodes` as Route },
          { label: formatPeriodName(period.from, period.toExclusive), href: periodHref as Route },
        ]}
        lead={`Notre partage de la période ${formatPeriod(period.from, period.toExclusive)} et celui que le gestionnaire a publié.`}
        actions={hasResult && <Downloads operation={operation} runId={comparison.run.id} />}
      />
      {!comparison && (
        <EmptyState
          title="La période n’est pas calculée"
          purpose="La comparaison se fait avec un calcul. Calculez d’abord la période."
          action={<ButtonLink href={periodHref as Route}>Ouvrir la période</ButtonLink>}
        />
      )}
      {comparison && <State operation={operation} comparison={comparison} />}
      {hasResult && (
        <ComparisonResult
          comparison={comparison}
          curve={
            compared && (
              <ComparedDaySection
                compared={compared}
                period={period}
                toleranceWh={comparison.stepToleranceWh}
                fileName={`${slug}-${compared.prm}-${compared.quantity}-${compared.day}`}
              />
            )
          }
          actions={
            isGranted(operation.role, "write") &&
            !isUnderWay(comparison) && <CompareForm operation={slug} run={comparison.run.id} />
          }
          href={`${periodHref}/comparaison`}
          isAll={comparedRowsSearchParamSchema.parse(search.lignes) === "toutes"}
          fileName={`${slug}-${period.from}-comparaison`}
        />
      )}
      {comparison && !hasResult && !isUnderWay(comparison) && <NothingPublished slug={slug} />}
    </>
  );
}

const isUnderWay = ({ state }: Comparison) => state === "queued" || state === "running";

/** The curve asked for, on the day asked for, else at its first step that differs. */
async function readShownDay(
  operation: AuthorizedOperation,
  { run, figures }: Comparison,
  search: Readonly<Record<string, string | string[] | undefined>>,
): Promise<ComparedDay | null> {
  const prm = prmSearchParamSchema.parse(search.prm);
  const quantity = resultQuantitySearchParamSchema.parse(search.grandeur);
  if (!prm || !quantity) return null;
  const figure = figures.find((each) => each.prm === prm && each.quantity === quantity && each.source === "curve");
  const asked = daySearchParamSchema.parse(search.jour);
  const isInside = asked !== undefined && asked >= run.period.from && asked < run.period.toExclusive;
  const firstMs = figure?.steps?.firstMs;
  const day = isInside ? asked : firstMs == null ? run.period.from : parisCivilDate(firstMs);
  await noteChosen(operation, [prm]);
  return readComparedDay(operation.id, run, { prm, quantity, day });
}

function Downloads({ operation, runId }: { operation: AuthorizedOperation; runId: string }) {
  const address = operation.sheet.accNumber ?? operation.sheet.slug;
  const href = (format: "pdf" | "xlsx") =>
    `/api/v1/operations/${address}/runs/${runId}/comparison/report?format=${format}` as Route;
  return (
    <>
      <ButtonLink href={href("pdf")} download>
        Rapport (PDF)
      </ButtonLink>
      <ButtonLink href={href("xlsx")} download variant="default">
        Classeur (XLSX)
      </ButtonLink>
      <PrintButton />
    </>
  );
}

function State({ operation, comparison }: { operation: AuthorizedOperation; comparison: Comparison }) {
  const { slug, accNumber } = operation.sheet;
  const { run, state, isOutdated } = comparison;
  if (isUnderWay(comparison)) {
    return <ComparisonProgress address={accNumber ?? slug} runId={run.id} tried={comparison.tried} />;
  }
  if (state === "failed") {
    return (
      <Notice
        tone="danger"
        title="La comparaison n’a pas pu se faire"
        actions={
          comparison.computedAt === null &&
          isGranted(operation.role, "write") && <CompareForm operation={slug} run={run.id} />
        }
      >
        L’erreur est consignée. Le résultat précédent, s’il y en a un, reste affiché.
      </Notice>
    );
  }
  if (isOutdated && state === "done") {
    return (
      <Notice tone="info" title="Des données ont été importées depuis">
        La comparaison se refait d’elle-même ; ce qui suit date d’avant.
      </Notice>
    );
  }
  return null;
}

function NothingPublished({ slug }: { slug: string }) {
  return (
    <EmptyState
      title="Rien à comparer pour cette période"
      purpose="Le résultat du gestionnaire est officiel ; cette page dit s’il est celui que donnent les règles de la convention, et sinon où et pourquoi il diffère."
      needed="ce que le gestionnaire publie chaque mois (annexe 6) : courbes d’autoconsommé, de complément, d’autoproduit et de surplus, énergies, détail par producteur, ou synthèse. La comparaison se fait d’elle-même après l’import."
      action={
        <ButtonLink href={`/operations/${slug}/mesures/imports` as Route}>
          Importer les données du gestionnaire
        </ButtonLink>
      }
    />
  );
}
