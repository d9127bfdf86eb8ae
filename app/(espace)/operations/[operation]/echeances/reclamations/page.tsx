import type { Metadata, Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ListPager } from "@/components/ui/list-pager";
import { PageHeader } from "@/components/ui/page-header";
import { describeComplaintKind, describeComplaintState } from "@/lib/format/describe-complaint";
import { describeDeadlineState, describeDueDay } from "@/lib/format/describe-deadline";
import { formatCount } from "@/lib/format/format-number";
import type { TableColumn } from "@/lib/format/table-cells";
import { LIST_PAGE_SIZE, listPageSearchSchema } from "@/lib/schemas/list-page-search";
import { requireOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import { readComplaints } from "@/lib/services/complaints/read-complaints";

export const metadata: Metadata = { title: "Réclamations et demandes" };

const COLUMNS: readonly TableColumn[] = [
  { key: "subject", label: "Objet", kind: "text" },
  { key: "kind", label: "Nature", kind: "text" },
  { key: "received", label: "Reçue le", kind: "day" },
  { key: "sender", label: "De", kind: "text" },
  { key: "state", label: "État", kind: "status" },
  { key: "due", label: "Échéance", kind: "text" },
  { key: "deadline", label: "Délai", kind: "status" },
  { key: "documents", label: "Documents", kind: "text" },
];

export default async function ComplaintsPage({
  params,
  searchParams,
}: PageProps<"/operations/[operation]/echeances/reclamations">) {
  const operation = await requireOperation((await params).operation);
  const mayWrite = isGranted(operation.role, "write");
  const { avant: before } = listPageSearchSchema.parse(await searchParams);
  const { rows, next } = await readComplaints(operation, await today(), { before, limit: LIST_PAGE_SIZE });
  const room = `/operations/${operation.sheet.slug}/echeances/reclamations`;
  const record = mayWrite && <ButtonLink href={`${room}/nouvelle` as Route}>Enregistrer une réclamation</ButtonLink>;
  return (
    <>
      <PageHeader
        title="Réclamations et demandes"
        lead="Ce que producteurs et consommateurs reprochent au partage. Une réclamation qui met Enedis en cause lui est transmise dans les 5 jours ouvrés ; Enedis répond dans les 30 jours calendaires une fois le dossier complet (convention, art. 5.1.5). Du reste, la commune répond seule. La demande d’un participant de lire ou de rectifier des données qu’Enedis détient lui est transmise sans délai (art. 8.4.2)."
        actions={rows.length > 0 && record}
      />
      <DataTable
        caption="Registre des réclamations et des demandes"
        columns={operation.mayReadWords ? COLUMNS : COLUMNS.filter(({ key }) => key !== "sender")}
        fileName={`${operation.sheet.slug}-reclamations`}
        rows={rows.map(({ id, kind, subject, receivedDay, senderName, state, deadline, events }) => ({
          id,
          href: `${room}/${id}` as Route,
          cells: {
            subject: subject ?? describeComplaintKind(kind),
            kind: describeComplaintKind(kind),
            received: receivedDay,
            sender: senderName ?? "auteur non précisé",
            state: describeComplaintState(state, kind),
            due: deadline && describeDueDay(deadline),
            deadline: deadline && describeDeadlineState(deadline),
            documents: formatCount(events.filter(({ sha256 }) => sha256 !== null).length, "document", "documents"),
          },
        }))}
        empty={
          <EmptyState
            title="Aucune réclamation n’est enregistrée"
            purpose="Ce registre garde chaque réclamation, et chaque demande d’un participant sur ses données, avec ses dates, ce qui en a été fait et la réponse, et rappelle les délais de la convention."
            needed="une réclamation ou une demande reçue, par courrier, courriel ou au guichet."
            action={record}
          />
        }
      />
      <ListPager href={room} isFirst={before === null} next={next} />
    </>
  );
}
