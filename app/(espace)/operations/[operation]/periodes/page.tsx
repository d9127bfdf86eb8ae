import type { Metadata, Route } from "next";
import { Suspense } from "react";
import { SettlePeriods } from "@/components/settlement/settle-periods";
import { SettlementOutcomes } from "@/components/settlement/settlement-outcomes";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { HelpTerm } from "@/components/ui/help-term";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { anniversaryOn } from "@/lib/domain/time/anniversary-on";
import type { Period } from "@/lib/domain/time/period";
import { describeNextStep } from "@/lib/format/describe-next-step";
import { describePeriodState } from "@/lib/format/describe-period-state";
import { formatDay, formatPeriodName } from "@/lib/format/format-date";
import { formatDayOfMonth } from "@/lib/format/format-day-of-month";
import { formatInstant } from "@/lib/format/format-instant";
import { formatCount } from "@/lib/format/format-number";
import type { TableColumn } from "@/lib/format/table-cells";
import { type AuthorizedOperation, requireOperation } from "@/lib/server/access";
import { periodsOf } from "@/lib/server/periods-of";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import type { PeriodStatus } from "@/lib/services/list-periods";
import { listNextPeriods } from "@/lib/services/periods/list-next-periods";
import { type ReadSettlementJob, readLatestSettlementJob } from "@/lib/services/periods/read-settlement-job";
import { settlementCalendarOf } from "@/lib/services/settlement-calendar-of";
import { queueSettlementAction, stopSettlementAction } from "./actions";

export const metadata: Metadata = { title: "Périodes" };

const COLUMNS: readonly TableColumn[] = [
  { key: "period", label: "Période", kind: "text" },
  { key: "state", label: "État", kind: "status" },
  { key: "next", label: "À faire", kind: "text" },
  { key: "version", label: "Version", kind: "number" },
  { key: "createdAt", label: "Calculée le", kind: "instantMs" },
  { key: "selfConsumed", label: "Autoconsommé", kind: "energyWh" },
];

export default async function PeriodsPage({ params }: PageProps<"/operations/[operation]/periodes">) {
  const operation = await requireOperation((await params).operation);
  const { sheet } = operation;
  const [periods, now] = await Promise.all([periodsOf(operation), today()]);
  const day = formatDayOfMonth(anniversaryOn(settlementCalendarOf(sheet), now));
  return (
    <>
      <PageHeader
        title="Périodes"
        lead={
          <>
            Une période va d’une <HelpTerm term="anniversaire-mensuel">date anniversaire mensuelle</HelpTerm> à la
            suivante : ici, le {day} de chaque mois.
          </>
        }
        actions={
          <ButtonLink href={`/operations/${sheet.slug}/economies` as Route} variant="default">
            Économies
          </ButtonLink>
        }
      />
      <Suspense fallback={null}>
        <Settling operation={operation} periods={periods} />
      </Suspense>
      <DataTable
        caption="Périodes de calcul, de la plus récente à la plus ancienne"
        columns={COLUMNS}
        fileName={`${sheet.slug}-periodes`}
        rows={[
          ...listNextPeriods(sheet, now).toReversed().map(comingRow),
          ...periods.map((status) => periodRow(sheet.slug, status)),
        ]}
        empty={
          <EmptyState
            title="L’opération n’a pas commencé"
            purpose="Chaque mois, cette page dira s’il est complet, prêt à calculer ou calculé."
            needed={`que l’opération démarre, le ${formatDay(sheet.startDay)} ; d’ici là, préparez les participants et la clé.`}
            action={
              <ButtonLink href={`/operations/${sheet.slug}/participants` as Route}>Voir les participants</ButtonLink>
            }
          />
        }
      />
    </>
  );
}

function periodRow(slug: string, { period, state, missing, isStale, run }: PeriodStatus) {
  return {
    id: period.from,
    href: `/operations/${slug}/periodes/${period.from}` as Route,
    cells: {
      period: formatPeriodName(period.from, period.toExclusive),
      state: describePeriodState(state, missing.length, isStale),
      next: describeNextStep(state, missing.length, isStale),
      version: run?.version ?? null,
      createdAt: run?.createdAt.getTime() ?? null,
      selfConsumed: run?.selfConsumedWh ?? null,
    },
  };
}

function comingRow({ from, toExclusive }: Period) {
  return {
    id: from,
    cells: {
      period: formatPeriodName(from, toExclusive),
      state: describePeriodState("to_come", 0),
      next: `commence le ${formatDay(from)}`,
      version: null,
      createdAt: null,
      selfConsumed: null,
    },
  };
}

type SettlingProps = { operation: AuthorizedOperation; periods: readonly PeriodStatus[] };

/** What is being settled, what could be, and what became of the last job. */
async function Settling({ operation, periods }: SettlingProps) {
  const job = await readLatestSettlementJob(operation.id);
  const count = periods.filter(({ state }) => state === "ready" || state === "to_recompute").length;
  const ready = formatCount(count, "période prête", "périodes prêtes");
  const open = job?.isOpen ? { id: job.id, doneCount: job.doneCount, total: job.periods.length } : null;
  const mayWrite = isGranted(operation.role, "write");
  return (
    <>
      {mayWrite && (
        <SettlePeriods
          operation={operation.sheet.slug}
          label={count > 0 ? `Calculer toutes les périodes prêtes (${ready})` : null}
          open={open}
          queue={queueSettlementAction}
          stop={stopSettlementAction}
        />
      )}
      {!mayWrite && open && <p>Un calcul est en cours.</p>}
      {job && <LatestJob job={job} />}
    </>
  );
}

function LatestJob({ job: { state, createdAt, createdByName, periods } }: { job: ReadSettlementJob }) {
  if (state === "queued" || state === "running" || state === "stopping") return null;
  return (
    <details>
      <summary>
        Dernier calcul demandé{createdByName ? ` par ${createdByName}` : ""}, le {formatInstant(createdAt)}
      </summary>
      <PageSection title="Ce qu’est devenue chaque période">
        <SettlementOutcomes state={state} periods={periods} />
      </PageSection>
    </details>
  );
}
