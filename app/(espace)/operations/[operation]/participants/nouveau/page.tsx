import type { Metadata, Route } from "next";
import { addParticipantAction } from "@/app/(espace)/operations/[operation]/participants/[participant]/actions";
import { ParticipantForm } from "@/components/registry/participant-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireWriter } from "@/lib/server/require-writer";

export const metadata: Metadata = { title: "Nouveau participant" };

export default async function NewParticipantPage({
  params,
}: PageProps<"/operations/[operation]/participants/nouveau">) {
  const { slug, perimeterManagement } = (await requireWriter((await params).operation)).sheet;
  return (
    <>
      <PageHeader
        title="Nouveau participant"
        breadcrumb={[{ label: "Participants", href: `/operations/${slug}/participants` as Route }]}
        lead="Qui participe, et comment le joindre. Ses points de mesure (PRM) viennent ensuite."
      />
      <ParticipantForm
        operation={slug}
        action={addParticipantAction}
        submit="Ajouter le participant"
        hasTenants={perimeterManagement === "hlm"}
      />
    </>
  );
}
