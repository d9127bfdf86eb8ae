import type { Route } from "next";
import { queueSettlementAction, stopSettlementAction } from "@/app/(espace)/operations/[operation]/periodes/actions";
import { SettlePeriods } from "@/components/settlement/settle-periods";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { describeRunChange } from "@/lib/format/describe-run-change";
import { formatDay } from "@/lib/format/format-date";
import { formatInstant } from "@/lib/format/format-instant";
import type { AuthorizedOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import type { PeriodStatus } from "@/lib/services/list-periods";
import { listChangesSinceRun } from "@/lib/services/periods/list-changes-since-run";
import { readLatestSettlementJob } from "@/lib/services/periods/read-settlement-job";
import { MissingMeasures } from "./missing-measures";

type PeriodStepsProps = { operation: AuthorizedOperation; status: PeriodStatus };

/** Where a period stands, and what to do next. */
export async function PeriodSteps({ operation, status }: PeriodStepsProps) {
  const { slug } = operation.sheet;
  const { state, period, missing } = status;
  const job = await readLatestSettlementJob(operation.id);
  return (
    <>
      {isGranted(operation.role, "write") && (
        <SettlePeriods
          operation={slug}
          from={period.from}
          label={settleLabel(status)}
          open={job?.isOpen ? { id: job.id, doneCount: job.doneCount, total: job.periods.length } : null}
          queue={queueSettlementAction}
          stop={stopSettlementAction}
        />
      )}
      {state === "waiting" && <MissingMeasures slug={slug} missing={missing} />}
      {state === "running" && (
        <p>
          La période se termine le {formatDay(period.toExclusive)} à minuit : elle se calcule une fois ses mesures
          reçues.
        </p>
      )}
      {state === "no_perimeter" && (
        <Notice
          tone="warning"
          title="Il n’y a rien à partager"
          actions={<ButtonLink href={`/operations/${slug}/participants` as Route}>Voir les participants</ButtonLink>}
        >
          Aucun producteur ou aucun consommateur ne participait à cette période (convention, art. 8.6). Si c’est une
          erreur, corrigez les dates d’entrée dans les participants.
        </Notice>
      )}
      {state === "ready" && (
        <p>Les mesures sont complètes, ou corrigeables par la règle de la convention (art. 5.2.3).</p>
      )}
      {status.run && status.isStale && (
        <ChangesSinceRun operation={operation} runId={status.run.id} isClosed={state === "closed"} />
      )}
    </>
  );
}

function settleLabel({ state }: PeriodStatus): string | null {
  if (state === "ready") return "Calculer la période";
  return state === "to_recompute" ? "Recalculer la période" : null;
}

type ChangesProps = { operation: AuthorizedOperation; runId: string; isClosed: boolean };

async function ChangesSinceRun({ operation, runId, isClosed }: ChangesProps) {
  const changes = await listChangesSinceRun(operation.id, runId);
  return (
    <Notice
      tone="warning"
      title={isClosed ? "Des données ont changé depuis la clôture" : "Des données ont changé depuis le calcul"}
    >
      <ul>
        {changes.map(({ kind, id, at, version }) => (
          <li key={id}>
            {formatInstant(at)} : {describeRunChange(kind, version)}
          </li>
        ))}
      </ul>
      {isClosed && <p>Le résultat clos reste celui-ci. Pour en tenir compte, la période doit d’abord être rouverte.</p>}
    </Notice>
  );
}
