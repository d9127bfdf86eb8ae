import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { describeRetention } from "@/lib/format/describe-retention";
import { requireOperation } from "@/lib/server/access";
import { isUuid } from "@/lib/server/is-uuid";
import { noteConsultation } from "@/lib/server/note-consultation";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import { planErasure } from "@/lib/services/personal-data/plan-erasure";
import { ErasureSection } from "./erasure-section";

export const metadata: Metadata = { title: "Données personnelles" };

type Props = PageProps<"/operations/[operation]/participants/[participant]/donnees">;

export default async function PersonalDataPage({ params }: Props) {
  const { operation: address, participant } = await params;
  const operation = await requireOperation(address);
  const { slug } = operation.sheet;
  const room = `/operations/${slug}/participants`;
  const breadcrumb = [{ label: "Participants", href: room as Route }];
  if (!isGranted(operation.role, "write")) {
    return (
      <>
        <PageHeader title="Données personnelles" breadcrumb={breadcrumb} />
        <Notice title="Votre rôle ne donne pas accès à ces données">
          Seuls les agents et les administrateurs répondent aux demandes des participants.
        </Notice>
      </>
    );
  }
  const day = await today();
  const plan = isUuid(participant) ? await planErasure(operation.id, participant, day) : null;
  if (!plan) notFound();
  await noteConsultation(operation, "personal_data", participant);
  const file = (format: string) =>
    `/api/v1/operations/${slug}/participants/${participant}/personal-data?format=${format}` as Route;
  return (
    <>
      <PageHeader
        title="Données personnelles"
        breadcrumb={breadcrumb}
        lead={`${plan.name} : ce que l’opération conserve, pour répondre à une demande d’accès ou d’effacement.`}
      />
      <PageSection title="Tout ce qui est conservé">
        <p>
          Le relevé se lit et s’imprime ; l’archive y ajoute les documents signés et toutes les valeurs des courbes.
          Répondez dans le mois qui suit la demande (RGPD, art. 12). Chaque export est consigné au journal.
        </p>
        <p>
          <ButtonLink href={file("pdf")} download>
            Relevé (PDF)
          </ButtonLink>{" "}
          <ButtonLink href={file("zip")} variant="default" download>
            Archive complète (ZIP)
          </ButtonLink>{" "}
          <ButtonLink href={file("json")} variant="default" download>
            Données (JSON)
          </ButtonLink>
        </p>
      </PageSection>
      <PageSection title="Durée de conservation">
        <p>{describeRetention(plan.retention)}</p>
      </PageSection>
      <ErasureSection slug={slug} participantId={participant} plan={plan} today={day} />
    </>
  );
}
