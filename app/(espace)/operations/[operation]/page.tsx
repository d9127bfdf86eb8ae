import type { Metadata, Route } from "next";
import { Suspense } from "react";
import { PeriodBars } from "@/components/charts/period-bars";
import { RunFigures } from "@/components/settlement/run-figures";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { settlementRates } from "@/lib/domain/settlement/settlement-rates";
import { describeDifferences } from "@/lib/format/comparison-words";
import { formatPeriodName } from "@/lib/format/format-date";
import { type AuthorizedOperation, requireOperation } from "@/lib/server/access";
import { periodsOf } from "@/lib/server/periods-of";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import { countComparedDifferences } from "@/lib/services/comparison/count-compared-differences";
import { readFirstSteps } from "@/lib/services/operations/read-first-steps";
import { readRun } from "@/lib/services/read-run";
import { FirstSteps } from "./first-steps";
import { MONTH_COLUMNS } from "./month-columns";
import { NextDeadlines } from "./next-deadlines";

export const metadata: Metadata = { title: "Tableau de bord" };

export default async function DashboardPage({ params }: PageProps<"/operations/[operation]">) {
  const operation = await requireOperation((await params).operation);
  const { slug, name } = operation.sheet;
  const periods = await periodsOf(operation);
  const latest = periods.find(({ run }) => run !== null);
  if (!latest) return <NothingSettled operation={operation} />;

  const [result, differences] = await Promise.all([
    readRun(operation.id, { periodFrom: latest.period.from }),
    countComparedDifferences(operation.id),
  ]);
  if (!result) return <NothingSettled operation={operation} />;
  const periodName = formatPeriodName(latest.period.from, latest.period.toExclusive);
  const href = `/operations/${slug}/periodes/${latest.period.from}`;
  return (
    <>
      <PageHeader
        title={`${name} : ${periodName}`}
        lead="Le dernier mois calculé, puis les mois d’avant."
        actions={
          <>
            <ButtonLink href={href as Route}>Voir le résultat détaillé</ButtonLink>
            <ButtonLink href={`/operations/${slug}/rapport` as Route} variant="default">
              Rapport au conseil
            </ButtonLink>
          </>
        }
      />
      <Suspense fallback={null}>
        <NextDeadlines operation={operation} />
      </Suspense>
      <RunFigures run={result.run} rates={result.rates} />
      <PageSection title="Jour par jour">
        <PeriodBars
          days={result.days}
          period={periodName}
          fileName={`${slug}-jours-${latest.period.from}`}
          dayHref={`${href}?jour={jour}`}
        />
      </PageSection>
      <PageSection title="Mois calculés">
        <DataTable
          caption="Mois calculés, du plus récent au plus ancien"
          columns={MONTH_COLUMNS}
          fileName={`${slug}-mois`}
          rows={periods.flatMap(({ period, run }) =>
            run
              ? [
                  {
                    id: period.from,
                    href: `/operations/${slug}/periodes/${period.from}` as Route,
                    cells: {
                      period: formatPeriodName(period.from, period.toExclusive),
                      production: run.productionWh,
                      selfConsumed: run.selfConsumedWh,
                      surplus: run.surplusWh,
                      withdrawal: run.withdrawalWh,
                      complement: run.withdrawalWh - run.selfConsumedWh,
                      selfConsumption: settlementRates(run).selfConsumptionRate,
                      selfProduction: settlementRates(run).selfProductionRate,
                      operator: describeDifferences(differences.get(period.from)),
                    },
                  },
                ]
              : [],
          )}
        />
      </PageSection>
    </>
  );
}

async function NothingSettled({ operation }: { operation: AuthorizedOperation }) {
  const { slug, name, startDay } = operation.sheet;
  const steps = await readFirstSteps(operation, await periodsOf(operation), await today());
  return (
    <>
      <PageHeader
        title={name}
        lead="Ce tableau montrera ce que les toits ont produit, ce que les bâtiments en ont utilisé et ce qui est parti en surplus. Voici ce qu’il faut pour le premier mois."
      />
      <Suspense fallback={null}>
        <NextDeadlines operation={operation} />
      </Suspense>
      <PageSection title="Premiers pas">
        <FirstSteps slug={slug} startDay={startDay} steps={steps} mayWrite={isGranted(operation.role, "write")} />
      </PageSection>
    </>
  );
}
