import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { addMeteringPointAction } from "@/app/(espace)/operations/[operation]/participants/prm/actions";
import { NewMeteringPointForm } from "@/components/registry/metering-point-form";
import { PageHeader } from "@/components/ui/page-header";
import { isUuid } from "@/lib/server/is-uuid";
import { noteConsultation } from "@/lib/server/note-consultation";
import { requireWriter } from "@/lib/server/require-writer";
import { today } from "@/lib/server/today";
import { readParticipantSheet } from "@/lib/services/registry/read-participant-sheet";

export const metadata: Metadata = { title: "Nouveau PRM" };

export default async function NewMeteringPointPage({
  params,
  searchParams,
}: PageProps<"/operations/[operation]/participants/prm/nouveau">) {
  const operation = await requireWriter((await params).operation);
  const { participant: id } = await searchParams;
  const found =
    typeof id === "string" && isUuid(id) ? await readParticipantSheet(operation.id, id, await today()) : null;
  if (!found || found.participant.isErased) notFound();
  await noteConsultation(operation, "participant", found.participant.id);
  const { slug, startDay } = operation.sheet;
  const room = `/operations/${slug}/participants`;
  const { name } = found.participant;
  return (
    <>
      <PageHeader
        title="Nouveau PRM"
        breadcrumb={[
          { label: "Participants", href: room as Route },
          { label: name, href: `${room}/${id}` as Route },
        ]}
        lead={`Un point de mesure de ${name}. Le PRM, les rôles et la date d’entrée suffisent ; le reste peut venir plus tard.`}
      />
      <NewMeteringPointForm
        operation={slug}
        participant={found.participant.id}
        minDay={startDay}
        action={addMeteringPointAction}
      />
    </>
  );
}
