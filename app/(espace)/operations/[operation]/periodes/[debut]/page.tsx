import type { Metadata, Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { StatusBadge } from "@/components/ui/status-badge";
import { describePeriodState } from "@/lib/format/describe-period-state";
import { formatPeriod, formatPeriodName } from "@/lib/format/format-date";
import { daySearchParamSchema, versionSearchParamSchema } from "@/lib/schemas/day";
import { isGranted } from "@/lib/server/permissions";
import { requirePeriod } from "@/lib/server/require-period";
import { readRun } from "@/lib/services/read-run";
import { MissingMeasures } from "./missing-measures";
import { RunResult } from "./run-result";
import { SettleForm } from "./settle-form";

export const metadata: Metadata = { title: "Résultat de la période" };

type Props = PageProps<"/operations/[operation]/periodes/[debut]">;

export default async function PeriodPage({ params, searchParams }: Props) {
  const [address, search] = await Promise.all([params, searchParams]);
  const { operation, status } = await requirePeriod(address);

  const { period, state, missing } = status;
  const { slug } = operation.sheet;
  const result = await readRun(operation.id, {
    periodFrom: period.from,
    version: versionSearchParamSchema.parse(search.version),
    day: daySearchParamSchema.parse(search.jour),
  });
  const badge = describePeriodState(state, missing.length);
  const maySettle = isGranted(operation.role, "write") && (state === "ready" || state === "to_recompute");
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
              <ButtonLink href={`/operations/${slug}/periodes/${period.from}/fichiers` as Route} variant="default">
                Fichiers et relevés
              </ButtonLink>
              <PrintButton />
            </>
          )
        }
      />
      {maySettle && (
        <SettleForm
          operation={slug}
          from={period.from}
          label={result ? "Recalculer la période" : "Calculer la période"}
        />
      )}
      {state === "waiting" && <MissingMeasures slug={slug} missing={missing} />}
      {state === "running" && <p>La période n’est pas terminée : elle se calcule une fois ses mesures reçues.</p>}
      {state === "no_perimeter" && (
        <p>
          Aucun producteur ou aucun consommateur ne participait à cette période : il n’y a rien à partager (convention,
          art. 8.6). Si c’est une erreur, corrigez les dates d’entrée dans les participants.
        </p>
      )}
      {state === "ready" && (
        <p>Les mesures sont complètes, ou corrigeables par la règle de la convention (art. 5.2.3).</p>
      )}
      {result && <RunResult slug={slug} result={result} />}
    </>
  );
}
