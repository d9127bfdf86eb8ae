import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { editParticipantAction } from "@/app/(espace)/operations/[operation]/participants/[participant]/actions";
import { ParticipantForm } from "@/components/registry/participant-form";
import { PageHeader } from "@/components/ui/page-header";
import { isUuid } from "@/lib/server/is-uuid";
import { noteConsultation } from "@/lib/server/note-consultation";
import { requireWriter } from "@/lib/server/require-writer";
import { today } from "@/lib/server/today";
import { readParticipantSheet } from "@/lib/services/registry/read-participant-sheet";

export const metadata: Metadata = { title: "Modifier un participant" };

export default async function EditParticipantPage({
  params,
}: PageProps<"/operations/[operation]/participants/[participant]/modifier">) {
  const { operation: address, participant: id } = await params;
  const operation = await requireWriter(address);
  const found = isUuid(id) ? await readParticipantSheet(operation.id, id, await today()) : null;
  if (!found || found.participant.isErased) notFound();
  await noteConsultation(operation, "participant", id);
  const { slug, perimeterManagement } = operation.sheet;
  const { isErased: _, ...participant } = found.participant;
  const room = `/operations/${slug}/participants`;
  return (
    <>
      <PageHeader
        title={`Modifier ${participant.name}`}
        breadcrumb={[
          { label: "Participants", href: room as Route },
          { label: participant.name, href: `${room}/${id}` as Route },
        ]}
      />
      <ParticipantForm
        operation={slug}
        action={editParticipantAction}
        submit="Enregistrer"
        hasTenants={perimeterManagement === "hlm"}
        participant={participant}
      />
    </>
  );
}
