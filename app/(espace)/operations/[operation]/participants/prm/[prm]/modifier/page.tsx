import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { editMeteringPointAction } from "@/app/(espace)/operations/[operation]/participants/prm/actions";
import { EditMeteringPointForm } from "@/components/registry/metering-point-form";
import { PageHeader } from "@/components/ui/page-header";
import { noteConsultation } from "@/lib/server/note-consultation";
import { requireWriter } from "@/lib/server/require-writer";
import { readMeteringPointSheet } from "@/lib/services/registry/read-metering-point-sheet";

export const metadata: Metadata = { title: "Modifier un PRM" };

export default async function EditMeteringPointPage({
  params,
}: PageProps<"/operations/[operation]/participants/prm/[prm]/modifier">) {
  const { operation: address, prm } = await params;
  const operation = await requireWriter(address);
  const found = /^\d{14}$/.test(prm) ? await readMeteringPointSheet(operation.id, prm) : null;
  if (!found || found.point.participant.isErased) notFound();
  await noteConsultation(operation, "metering_point", found.point.id);
  const { id: _id, participant: _participant, stays: _stays, ...point } = found.point;
  const { slug } = operation.sheet;
  const room = `/operations/${slug}/participants`;
  return (
    <>
      <PageHeader
        title={`Modifier ${point.name}`}
        breadcrumb={[
          { label: "Participants", href: room as Route },
          { label: point.name, href: `${room}/prm/${prm}` as Route },
        ]}
        lead="Ce que l’on sait du site. Ses entrées et sorties se changent sur sa fiche."
      />
      <EditMeteringPointForm operation={slug} prm={prm} point={point} action={editMeteringPointAction} />
    </>
  );
}
