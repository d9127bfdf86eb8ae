import type { Metadata, Route } from "next";
import { Suspense } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { StatusBadge } from "@/components/ui/status-badge";
import { describePeriodState } from "@/lib/format/describe-period-state";
import { formatPeriod, formatPeriodName } from "@/lib/format/format-date";
import { daySearchParamSchema, versionSearchParamSchema } from "@/lib/schemas/day";
import { requirePeriod } from "@/lib/server/require-period";
import { type RunResult as RunResultData, readRun } from "@/lib/services/read-run";
import { PeriodClosings } from "./period-closings";
import { PeriodSteps } from "./period-steps";
import { RunResult } from "./run-result";

export const metadata: Metadata = { title: "Résultat de la période" };

type Props = PageProps<"/operations/[operation]/periodes/[debut]">;

export default async function PeriodPage({ params, searchParams }: Props) {
  const [address, search] = await Promise.all([params, searchParams]);
  const { operation, status } = await requirePeriod(address);

  const { period, state, missing, isStale } = status;
  const { slug } = operation.sheet;
  const result = await readRun(operation.id, {
    periodFrom: period.from,
    version: versionSearchParamSchema.parse(search.version),
    day: daySearchParamSchema.parse(search.jour),
  });
  const badge = describePeriodState(state, missing.length, isStale);
  return (
    <>
      <PageHeader
        title={formatPeriodName(period.from, period.toExclusive)}
        breadcrumb={[{ label: "Périodes", href: `/operations/${slug}/periodes` as Route }]}
        context={<StatusBadge tone={badge.tone}>{badge.text}</StatusBadge>}
        lead={`Période ${formatPeriod(period.from, period.toExclusive)}.`}
        actions={
          result && (
            <>
              <ButtonLink href={filesHref(slug, result)} variant="default">
                Fichiers et relevés
              </ButtonLink>
              <ButtonLink href={`/operations/${slug}/periodes/${period.from}/comparaison` as Route} variant="default">
                Comparer au gestionnaire
              </ButtonLink>
              <PrintButton />
            </>
          )
        }
      />
      <Suspense fallback={null}>
        <PeriodSteps operation={operation} status={status} />
      </Suspense>
      {result && <RunResult slug={slug} result={result} />}
      <Suspense fallback={null}>
        <PeriodClosings operation={operation} status={status} />
      </Suspense>
    </>
  );
}

// The files of an older version that one looks at are that version's.
function filesHref(slug: string, { run, versions }: RunResultData): Route {
  const query = run.version === versions[0]?.version ? "" : `?version=${run.version}`;
  return `/operations/${slug}/periodes/${run.period.from}/fichiers${query}` as Route;
}
