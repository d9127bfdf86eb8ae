import type { Metadata, Route } from "next";
import { Suspense } from "react";
import { ChartSkeleton } from "@/components/charts/chart-skeleton";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { describeWindow, nameWindow } from "@/lib/format/dashboard-words";
import { formatPeriod } from "@/lib/format/format-date";
import { windowSearchParamSchema } from "@/lib/schemas/dashboard";
import { type AuthorizedOperation, requireOperation } from "@/lib/server/access";
import { periodsOf } from "@/lib/server/periods-of";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import { countComparedDifferences } from "@/lib/services/comparison/count-compared-differences";
import { findDashboardWindow } from "@/lib/services/dashboard/find-dashboard-window";
import { readOperationDashboard } from "@/lib/services/dashboard/read-operation-dashboard";
import { readFirstSteps } from "@/lib/services/operations/read-first-steps";
import { DashboardCompleteness } from "./dashboard-completeness";
import { DashboardDetails } from "./dashboard-details";
import { DashboardEvents } from "./dashboard-events";
import { DashboardFigures } from "./dashboard-figures";
import { DashboardCharts, DashboardTable } from "./dashboard-months";
import { DashboardPieces } from "./dashboard-pieces";
import { FirstSteps } from "./first-steps";
import { LastMonth } from "./last-month";
import { NextDeadlines } from "./next-deadlines";
import { WindowLinks } from "./window-links";

/** In full: the template of the layout beside it holds for the pages below only. */
export async function generateMetadata({ params }: PageProps<"/operations/[operation]">): Promise<Metadata> {
  const { name } = (await requireOperation((await params).operation)).sheet;
  return { title: { absolute: `Tableau de bord · ${name} · Prorata` } };
}

export default async function DashboardPage({ params, searchParams }: PageProps<"/operations/[operation]">) {
  const operation = await requireOperation((await params).operation);
  const asked = windowSearchParamSchema.parse((await searchParams).periode);
  const day = await today();
  const found = await findDashboardWindow(operation, asked, day);
  if (!found) return <NothingSettled operation={operation} />;

  const { slug, name } = operation.sheet;
  const { window, choice, choices } = found;
  const [dashboard, differences] = await Promise.all([
    readOperationDashboard(operation, window, day),
    countComparedDifferences(operation.id),
  ]);
  const { settledMonths, unsettledMonths } = dashboard.totals;
  const period = formatPeriod(window.from, window.toExclusive);
  const last = dashboard.months.findLast(({ run }) => run !== null);
  return (
    <>
      <PageHeader
        title={`${name} : ${nameWindow(choice)}`}
        lead={describeWindow(window.from, window.toExclusive, settledMonths, unsettledMonths)}
        actions={
          <ButtonLink href={`/operations/${slug}/rapport` as Route} variant="default">
            Rapport au conseil
          </ButtonLink>
        }
      />
      <WindowLinks slug={slug} choice={choice} choices={choices} />
      <DashboardFigures
        slug={slug}
        period={period}
        dashboard={dashboard}
        mayWrite={isGranted(operation.role, "write")}
      />
      <DashboardCompleteness slug={slug} dashboard={dashboard} />
      <Suspense fallback={null}>
        <NextDeadlines operation={operation} />
      </Suspense>
      <DashboardCharts slug={slug} period={period} dashboard={dashboard} />
      <DashboardEvents operation={operation} window={window} />
      <DashboardDetails dashboard={dashboard} />
      <DashboardPieces operation={operation} window={window} />
      {last && (
        <Suspense fallback={<ChartSkeleton />}>
          <LastMonth operation={operation} from={last.period.from} />
        </Suspense>
      )}
      <DashboardTable slug={slug} dashboard={dashboard} differences={differences} />
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
