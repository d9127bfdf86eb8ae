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
        breadcrumb={[{ label: "Réclamations et demandes", href: room }]}
        lead="Ou la demande d’un participant sur ses données. Telle qu’elle est arrivée. Ce qu’elle dit n’est lu que par les agents, et suit les règles des données personnelles de son auteur."
      />
      <EntryForm
        label="Enregistrer une réclamation"
        submit="Enregistrer"
        address={address}
        next={`${room}/{id}`}
        document={{ label: "Document reçu", address: `${address}/{id}/documents` }}
        fields={[
          {
            kind: "choice",
            name: "kind",
            label: "Nature",
            initial: "complaint",
            options: [
              { value: "complaint", label: "Réclamation (art. 5.1.5)" },
              { value: "data_request", label: "Demande de lire ou rectifier ses données (art. 8.4.2)" },
            ],
          },
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
            onlyWhen: { field: "kind", values: ["complaint"] },
          },
          {
            kind: "long",
            name: "text",
            label: "La demande",
            description: "Recopiée ou résumée : la lettre à Enedis la reprend mot pour mot.",
            maxLength: 5000,
            isRequired: true,
            onlyWhen: { field: "kind", values: ["data_request"] },
          },
          {
            kind: "box",
            name: "concernsDso",
            label: "Elle met Enedis en cause",
            onlyWhen: { field: "kind", values: ["complaint"] },
            description:
              "Mesures, comptage, calcul du partage, données publiées. Les parts et le périmètre que la commune décide n’engagent qu’elle.",
          },
          {
            kind: "box",
            name: "concernsDso",
            label: "Les données sont détenues par Enedis",
            description:
              "Index, courbes de charge, contrat d’accès au réseau. Aux données que la commune détient, elle répond elle-même.",
            onlyWhen: { field: "kind", values: ["data_request"] },
          },
        ]}
      />
    </>
  );
}
