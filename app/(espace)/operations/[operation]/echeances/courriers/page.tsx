import type { Metadata, Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ListPager } from "@/components/ui/list-pager";
import { PageHeader } from "@/components/ui/page-header";
import { describeDeadlineState, describeDueDay } from "@/lib/format/describe-deadline";
import { describeLetterKind, describeLetterState } from "@/lib/format/describe-letter";
import type { TableColumn } from "@/lib/format/table-cells";
import { LIST_PAGE_SIZE, listPageSearchSchema } from "@/lib/schemas/list-page-search";
import { requireOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import { readLetters } from "@/lib/services/letters/read-letters";

export const metadata: Metadata = { title: "Courriers d’Enedis" };

const COLUMNS: readonly TableColumn[] = [
  { key: "kind", label: "Courrier", kind: "text" },
  { key: "received", label: "Reçu le", kind: "day" },
  { key: "prm", label: "PRM", kind: "code" },
  { key: "effect", label: "Prend effet le", kind: "day" },
  { key: "state", label: "État", kind: "status" },
  { key: "due", label: "Échéance", kind: "text" },
  { key: "deadline", label: "Délai", kind: "status" },
];

export default async function LettersPage({
  params,
  searchParams,
}: PageProps<"/operations/[operation]/echeances/courriers">) {
  const operation = await requireOperation((await params).operation);
  const mayWrite = isGranted(operation.role, "write");
  const { avant: before } = listPageSearchSchema.parse(await searchParams);
  const { rows, next } = await readLetters(operation, await today(), { before, limit: LIST_PAGE_SIZE });
  const room = `/operations/${operation.sheet.slug}/echeances/courriers`;
  const record = mayWrite && <ButtonLink href={`${room}/nouveau` as Route}>Enregistrer un courrier</ButtonLink>;
  return (
    <>
      <PageHeader
        title="Courriers d’Enedis"
        lead="Ce qu’Enedis écrit au titre de la convention : chaque courrier dit ce qu’il y a à faire, avant quand, et ce qui suit si ce n’est pas fait."
        actions={rows.length > 0 && record}
      />
      <DataTable
        caption="Courriers reçus d’Enedis"
        columns={COLUMNS}
        fileName={`${operation.sheet.slug}-courriers`}
        rows={rows.map(({ id, kind, receivedDay, point, takesEffectOn, state, deadline }) => ({
          id,
          href: `${room}/${id}` as Route,
          cells: {
            kind: describeLetterKind(kind),
            received: receivedDay,
            prm: point?.prm ?? null,
            effect: takesEffectOn,
            state: describeLetterState(state),
            due: deadline && describeDueDay(deadline),
            deadline: deadline && describeDeadlineState(deadline),
          },
        }))}
        empty={
          <EmptyState
            title="Aucun courrier n’est enregistré"
            purpose="Un courrier d’Enedis fait souvent courir un délai : demande de justificatif, fin de contrat d’un PRM, modification ou suspension de la convention. Enregistré ici, il compte dans « À faire » jusqu’à ce qu’il soit traité."
            needed="un courrier ou un courriel d’Enedis, et sa date d’arrivée."
            action={record}
          />
        }
      />
      <ListPager href={room} isFirst={before === null} next={next} />
    </>
  );
}
