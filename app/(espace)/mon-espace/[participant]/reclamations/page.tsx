import type { Metadata, Route } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { StatusBadge } from "@/components/ui/status-badge";
import { describeComplaintKind, describeComplaintState } from "@/lib/format/describe-complaint";
import { formatDay } from "@/lib/format/format-date";
import type { TableStatus } from "@/lib/format/table-cells";
import { requireParticipant } from "@/lib/server/authorize-participant";
import { readOwnComplaints } from "@/lib/services/participant-space/own-complaints";
import { OwnComplaintForm } from "./complaint-form";

export const metadata: Metadata = { title: "Réclamations" };

/** What a participant wrote, where it stands, what he was answered; and writing again. */
export default async function OwnComplaintsPage({ params }: PageProps<"/mon-espace/[participant]/reclamations">) {
  const { own } = await requireParticipant((await params).participant);
  const complaints = await readOwnComplaints(own);
  return (
    <>
      <PageHeader
        title="Réclamations"
        breadcrumb={[{ label: "Mon espace", href: `/mon-espace/${own.participantId}` as Route }]}
        lead="L’organisateur répond ; ce qui dépend d’Enedis lui est transmis dans les 5 jours ouvrés (art. 5.1.5)."
      />
      {complaints.map(({ id, kind, subject, text, receivedDay, state, answers }) => (
        <PageSection key={id} title={subject}>
          <p>
            <State of={describeComplaintState(state, kind)} /> {describeComplaintKind(kind)} du {formatDay(receivedDay)}
          </p>
          <p style={{ whiteSpace: "pre-line" }}>{text}</p>
          {answers.map(({ day, note }) => (
            <p key={day} style={{ whiteSpace: "pre-line" }}>
              <strong>Réponse du {formatDay(day)}.</strong> {note}
            </p>
          ))}
        </PageSection>
      ))}
      <PageSection title="Écrire à l’organisateur">
        <OwnComplaintForm participant={own.participantId} />
      </PageSection>
    </>
  );
}

function State({ of: { text, tone } }: { of: TableStatus }) {
  return <StatusBadge tone={tone}>{text}</StatusBadge>;
}
