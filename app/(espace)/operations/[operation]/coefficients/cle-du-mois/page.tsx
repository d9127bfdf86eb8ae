import type { Metadata, Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { describeMonthKey } from "@/lib/format/describe-month-key";
import { formatPeriodName } from "@/lib/format/format-date";
import { requireOperation } from "@/lib/server/access";
import { today } from "@/lib/server/today";
import { listMonthKeys } from "@/lib/services/coefficients/list-month-keys";

export const metadata: Metadata = { title: "Clé du mois" };

export default async function MonthKeysPage({ params }: PageProps<"/operations/[operation]/coefficients/cle-du-mois">) {
  const operation = await requireOperation((await params).operation);
  const { slug } = operation.sheet;
  const months = await listMonthKeys(operation, await today());
  return (
    <>
      <PageHeader
        title="Clé du mois"
        breadcrumb={[{ label: "Coefficients", href: `/operations/${slug}/coefficients` as Route }]}
        lead="Une clé dynamique donne à chaque consommateur sa part à chaque pas de temps. Elle se fait une fois la période terminée, avec ses mesures, et se notifie au plus tard le quatrième jour ouvré qui suit (convention, art. 4.4)."
      />
      <DataTable
        caption="Périodes terminées sous une clé dynamique, de la plus récente à la plus ancienne"
        columns={[
          { key: "period", label: "Période", kind: "text" },
          { key: "deadline", label: "À notifier au plus tard le", kind: "day" },
          { key: "sent", label: "Notifiée le", kind: "day" },
          { key: "state", label: "État", kind: "status" },
        ]}
        rows={months.map(({ period, deadline, delivery, standing, isLate }) => ({
          id: period.from,
          href: `/operations/${slug}/coefficients/cle-du-mois/${period.from}` as Route,
          cells: {
            period: formatPeriodName(period.from, period.toExclusive),
            deadline,
            sent: delivery?.sentDay ?? null,
            state: describeMonthKey(standing, isLate),
          },
        }))}
        empty={
          <EmptyState
            title="Aucune période à notifier"
            purpose="Une clé statique ou par défaut n’a rien à notifier chaque mois. Pour une clé dynamique, préparez une version de la clé de ce type : sa première période apparaît ici une fois terminée."
            needed="une clé dynamique."
            action={
              <ButtonLink href={`/operations/${slug}/coefficients/versions` as Route}>Voir les versions</ButtonLink>
            }
          />
        }
      />
    </>
  );
}
