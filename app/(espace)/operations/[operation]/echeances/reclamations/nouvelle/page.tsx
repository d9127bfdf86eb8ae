import type { Metadata, Route } from "next";
import { EntryForm } from "@/components/correspondence/entry-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireWriter } from "@/lib/server/require-writer";
import { today } from "@/lib/server/today";
import { listHolders } from "@/lib/services/registry/list-holders";

export const metadata: Metadata = { title: "Enregistrer une réclamation" };

const OTHER = "";

export default async function NewComplaintPage({
  params,
}: PageProps<"/operations/[operation]/echeances/reclamations/nouvelle">) {
  const operation = await requireWriter((await params).operation);
  const { slug } = operation.sheet;
  const [day, holders] = await Promise.all([today(), listHolders(operation.id)]);
  const room = `/operations/${slug}/echeances/reclamations` as Route;
  const address = `/api/v1/operations/${slug}/complaints`;
  return (
    <>
      <PageHeader
        title="Enregistrer une réclamation"
        breadcrumb={[{ label: "Réclamations", href: room }]}
        lead="Telle qu’elle est arrivée. Ce qu’elle dit n’est lu que par les agents, et suit les règles des données personnelles de son auteur."
      />
      <EntryForm
        label="Enregistrer une réclamation"
        submit="Enregistrer"
        address={address}
        next={`${room}/{id}`}
        document={{ label: "Réclamation reçue", address: `${address}/{id}/documents` }}
        fields={[
          { kind: "day", name: "receivedDay", label: "Reçue le", max: day, initial: day, isRequired: true },
          {
            kind: "choice",
            name: "participantId",
            label: "De",
            options: [
              { value: OTHER, label: "Quelqu’un qui n’est pas dans le registre" },
              ...holders.map(({ id, name }) => ({ value: id, label: name })),
            ],
          },
          {
            kind: "text",
            name: "senderName",
            label: "Son nom",
            description: "Vide : l’auteur ne s’est pas nommé.",
            maxLength: 200,
            onlyWhen: { field: "participantId", values: [OTHER] },
          },
          { kind: "text", name: "subject", label: "Objet", maxLength: 200, isRequired: true },
          {
            kind: "long",
            name: "text",
            label: "La réclamation",
            description: "Recopiée ou résumée : la lettre à Enedis la reprend mot pour mot.",
            maxLength: 5000,
            isRequired: true,
          },
          {
            kind: "box",
            name: "concernsDso",
            label: "Elle met Enedis en cause",
            description:
              "Mesures, comptage, calcul du partage, données publiées. Les parts et le périmètre que la commune décide n’engagent qu’elle.",
          },
        ]}
      />
    </>
  );
}
