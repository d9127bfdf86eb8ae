import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { formatPeriodName } from "@/lib/format/format-date";
import type { TableStatus } from "@/lib/format/table-cells";
import type { AuthorizedOperation } from "@/lib/server/access";
import { listMonthDeliveries, type MonthDelivery } from "@/lib/services/coefficients/list-month-deliveries";

type MonthDeliveriesProps = { operation: AuthorizedOperation; from: CivilDate; today: CivilDate };

/** Where the coefficients of the latest months stand, and until when they are to be notified. */
export async function MonthDeliveries({ operation, from, today }: MonthDeliveriesProps) {
  const months = await listMonthDeliveries(operation, from, today);
  const late = months.filter((month) => stateOf(month, today).tone === "danger");
  return (
    <PageSection
      title="Clé du mois"
      actions={
        <ButtonLink href={`/operations/${operation.sheet.slug}/coefficients/cle-du-mois` as Route} variant="default">
          Préparer la clé du mois
        </ButtonLink>
      }
    >
      <p>
        Les coefficients d’une période se notifient au plus tard le 4<sup>e</sup> jour ouvré après sa fin ; sinon le
        gestionnaire applique la clé par défaut à toute la période (art. 4.1 et 4.4).
      </p>
      {late.length > 0 && (
        <Notice tone="danger" title={`Délai dépassé : ${late.map(({ period }) => nameOf(period)).join(", ")}`} />
      )}
      <DataTable
        caption="Notification des dernières périodes"
        columns={[
          { key: "period", label: "Période", kind: "text" },
          { key: "deadline", label: "À notifier au plus tard le", kind: "day" },
          { key: "sent", label: "Notifiée le", kind: "day" },
          { key: "state", label: "État", kind: "status" },
        ]}
        rows={months.map((month) => ({
          id: month.period.from,
          cells: {
            period: nameOf(month.period),
            deadline: month.deadline,
            sent: month.delivery?.sentDay ?? null,
            state: stateOf(month, today),
          },
        }))}
        empty={<p>La première période n’a pas commencé.</p>}
      />
    </PageSection>
  );
}

const nameOf = ({ from, toExclusive }: MonthDelivery["period"]): string => formatPeriodName(from, toExclusive);

function stateOf({ period, deadline, delivery }: MonthDelivery, today: CivilDate): TableStatus {
  if (delivery?.state === "accepted") return { text: "acceptée", tone: "success" };
  if (delivery?.state === "refused") return { text: "refusée par le gestionnaire", tone: "danger" };
  if (delivery?.state === "sent") return { text: "notifiée", tone: "info" };
  if (today > deadline) return { text: "non notifiée : clé par défaut", tone: "danger" };
  if (delivery) return { text: "brouillon", tone: "warning" };
  return period.toExclusive > today
    ? { text: "période en cours", tone: "neutral" }
    : { text: "à préparer", tone: "warning" };
}
