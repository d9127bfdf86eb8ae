import { RegistryForm } from "@/components/registry/registry-form";
import { PageSection } from "@/components/ui/page-section";
import { formatInstant } from "@/lib/format/format-instant";
import type { AuthorizedOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import type { PeriodStatus } from "@/lib/services/list-periods";
import { type PeriodSheet, readPeriodHistory } from "@/lib/services/periods/read-period-sheet";
import { closePeriodAction } from "./actions";
import { ReopenPeriodForm } from "./reopen-period-form";

type PeriodClosingsProps = { operation: AuthorizedOperation; status: PeriodStatus };

/** Closing a settled period, reopening it, and when that was done. */
export async function PeriodClosings({ operation, status }: PeriodClosingsProps) {
  const { state, period, run } = status;
  const { closings } = await readPeriodHistory(operation.id, status);
  if (state !== "settled" && closings.length === 0) return null;
  const address = { operation: operation.sheet.slug, from: period.from };
  return (
    <PageSection title="Clôture">
      {state === "settled" && (
        <p>
          Close, la période garde la version {run?.version} : aucune autre n’est calculée. Les données qui changeraient
          ensuite sont gardées et signalées. Un administrateur peut la rouvrir, en disant pourquoi.
        </p>
      )}
      {state === "settled" && isGranted(operation.role, "write") && (
        <div data-no-print>
          <RegistryForm
            label="Clore la période"
            submit="Clore la période"
            action={closePeriodAction}
            hidden={address}
          />
        </div>
      )}
      {closings.length > 0 && (
        <ul>
          {closings.map((closing) => (
            <li key={closing.id}>{describeClosing(closing)}</li>
          ))}
        </ul>
      )}
      {state === "closed" && isGranted(operation.role, "administer") && (
        <div data-no-print>
          <ReopenPeriodForm {...address} />
        </div>
      )}
      {state === "closed" && !isGranted(operation.role, "administer") && (
        <p>Pour la rouvrir, demandez à un administrateur de la collectivité.</p>
      )}
    </PageSection>
  );
}

function describeClosing(closing: PeriodSheet["closings"][number]): string {
  const { version, closedAt, closedByName, reopenedAt, reopenedByName, reopenReason } = closing;
  const by = (name: string | null) => (name ? ` par ${name}` : "");
  const closed = `Version ${version} close le ${formatInstant(closedAt)}${by(closedByName)}`;
  if (!reopenedAt) return `${closed}.`;
  return `${closed}, rouverte le ${formatInstant(reopenedAt)}${by(reopenedByName)} : ${reopenReason}`;
}
