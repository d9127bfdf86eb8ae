import type { Metadata, Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ListPager } from "@/components/ui/list-pager";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { describeMonthKey } from "@/lib/format/describe-month-key";
import { formatDay, formatPeriodName } from "@/lib/format/format-date";
import { REQUEST_KIND_TEXTS, REQUEST_STATUSES } from "@/lib/format/request-words";
import type { TableStatus } from "@/lib/format/table-cells";
import { LIST_PAGE_SIZE, listPageSearchSchema } from "@/lib/schemas/list-page-search";
import { requireOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import { listRequestRows, type NotifiedKey, type RequestRow } from "@/lib/services/requests/list-request-rows";

export const metadata: Metadata = { title: "Demandes" };

export default async function RequestsPage({
  params,
  searchParams,
}: PageProps<"/operations/[operation]/echeances/demandes">) {
  const operation = await requireOperation((await params).operation);
  const { slug } = operation.sheet;
  const { avant: before } = listPageSearchSchema.parse(await searchParams);
  const page = { before, limit: LIST_PAGE_SIZE };
  const { requests, next, notified } = await listRequestRows(operation, await today(), page);
  const room = `/operations/${slug}/echeances/demandes`;
  const start = isGranted(operation.role, "write") && (
    <ButtonLink href={`${room}/nouvelle` as Route}>Nouvelle demande</ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="Demandes au gestionnaire"
        lead="Chaque changement passe par une demande : envoyée, acceptée avec une date d’effet, ou à corriger. Le périmètre et les coefficients ne changent qu’au jour de l’effet."
        actions={requests.length > 0 && start}
      />
      <DataTable
        caption="Demandes au gestionnaire, de la plus récente à la plus ancienne"
        columns={[
          { key: "number", label: "Demande", kind: "text" },
          { key: "kind", label: "Objet", kind: "text" },
          { key: "state", label: "État", kind: "status" },
          { key: "wanted", label: "Effet souhaité", kind: "day" },
          { key: "sent", label: "Envoyée le", kind: "day" },
          { key: "effect", label: "Effet le", kind: "day" },
          { key: "due", label: "Attendu", kind: "status" },
        ]}
        fileName={`${slug}-demandes`}
        rows={requests.map(({ request, due }) => ({
          id: request.id,
          href: `${room}/${request.id}` as Route,
          cells: {
            number: `n° ${request.number}`,
            kind: REQUEST_KIND_TEXTS[request.kind].name,
            state: REQUEST_STATUSES[request.state],
            wanted: request.wantedDay,
            sent: request.sentDay,
            effect: request.effectDay,
            due: describeDue(due),
          },
        }))}
        empty={
          <EmptyState
            title="Aucune demande"
            purpose="Ici se préparent les demandes à Enedis : entrées et sorties de PRM, changement de coefficients, suspension, résiliation. Prorata écrit l’annexe 2 et la lettre, compte les délais et garde ce qui est parti."
            needed="un changement à demander : une entrée prévue dans « Participants », de nouvelles parts."
            action={start}
          />
        }
      />
      <ListPager href={room} isFirst={before === null} next={next} />
      {notified.length > 0 && <NotifiedKeys slug={slug} notified={notified} />}
    </>
  );
}

function describeDue(due: RequestRow["due"]): TableStatus | null {
  if (due === null) return null;
  const day = formatDay(due.day);
  if (due.isLate) {
    const text = due.who === "dso" ? `réponse en retard (${day})` : `envoi en retard (${day})`;
    return { text, tone: "danger" };
  }
  return {
    text: due.who === "dso" ? `réponse le ${day} au plus tard` : `à envoyer le ${day} au plus tard`,
    tone: "info",
  };
}

/** Dynamic keys travel month by month by their own screens (art. 4.4). */
function NotifiedKeys({ slug, notified }: { slug: string; notified: readonly NotifiedKey[] }) {
  return (
    <PageSection title="Clés dynamiques notifiées">
      <DataTable
        caption="Clés dynamiques notifiées, mois par mois"
        columns={[
          { key: "period", label: "Période", kind: "text" },
          { key: "state", label: "État", kind: "status" },
          { key: "deadline", label: "À notifier au plus tard le", kind: "day" },
          { key: "sent", label: "Notifiée le", kind: "day" },
          { key: "answered", label: "Réponse le", kind: "day" },
        ]}
        rows={notified.map(({ delivery, deadline }) => ({
          id: delivery.id,
          href: `/operations/${slug}/coefficients/cle-du-mois/${delivery.period.from}` as Route,
          cells: {
            period: formatPeriodName(delivery.period.from, delivery.period.toExclusive),
            state: describeMonthKey(delivery.state, (delivery.sentDay ?? deadline) > deadline),
            deadline,
            sent: delivery.sentDay,
            answered: delivery.answeredDay,
          },
        }))}
      />
    </PageSection>
  );
}
