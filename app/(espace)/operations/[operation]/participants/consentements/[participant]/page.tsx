import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { ParticipantConsents } from "@/app/(espace)/operations/[operation]/participants/consentements/participant-consents";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { requireOperation } from "@/lib/server/access";
import { isUuid } from "@/lib/server/is-uuid";
import { noteConsultation } from "@/lib/server/note-consultation";
import { today } from "@/lib/server/today";
import { readParticipantConsents } from "@/lib/services/consents/read-consents";

export const metadata: Metadata = { title: "Consentements d’un participant" };

export default async function ParticipantConsentsPage({
  params,
}: PageProps<"/operations/[operation]/participants/consentements/[participant]">) {
  const { operation: address, participant } = await params;
  const operation = await requireOperation(address);
  const day = await today();
  const consents = isUuid(participant) ? await readParticipantConsents(operation.id, participant, day) : null;
  if (!consents) notFound();
  await noteConsultation(operation, "participant", participant);
  const base = `/operations/${operation.sheet.slug}/participants`;
  return (
    <>
      <PageHeader
        title={consents.participant.name}
        breadcrumb={[
          { label: "Participants", href: base as Route },
          { label: "Consentements", href: `${base}/consentements` as Route },
        ]}
        lead="Ce que ce participant a signé, ce qu’il a retiré, et ce qu’il lui reste à signer."
      />
      {consents.isHlmTenant && (
        <Notice title="Locataire d’un organisme HLM">
          Il n’a pas d’accord de participation à donner : il est informé, et participe tant qu’il ne s’y oppose pas. Son
          autorisation pour la courbe de charge reste nécessaire (convention, art. 3.1 et annexe 4).
        </Notice>
      )}
      <ParticipantConsents operation={operation} consents={consents} today={day} />
    </>
  );
}
