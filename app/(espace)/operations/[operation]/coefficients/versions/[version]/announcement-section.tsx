import type { Route } from "next";
import { RegistryForm } from "@/components/registry/registry-form";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable, type DataTableRowData } from "@/components/ui/data-table";
import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { ANNOUNCEMENT_FAILURES } from "@/lib/format/coefficient-words";
import type { TableStatus } from "@/lib/format/table-cells";
import { isMailOn } from "@/lib/server/installation";
import type { AnnouncementStatus, ToldParticipant } from "@/lib/services/coefficients/read-announcement-status";
import { announceToMissingAction, retryAnnouncementsAction } from "./announcement-actions";
import { HandOverForm } from "./hand-over-form";
import { PastAnnouncements } from "./past-announcements";

type AnnouncementSectionProps = {
  status: AnnouncementStatus;
  operation: string;
  versionId: string;
  today: CivilDate;
  mayWrite: boolean;
};

/** Who was told of a version, when and how, and what is left to do. */
export function AnnouncementSection({ status, operation, versionId, today, mayWrite }: AnnouncementSectionProps) {
  const { participants, untoldCount, missingCount, failedCount, toHandOverCount, past } = status;
  if (participants.length === 0 && past.length === 0) return null;
  const letters = `/api/v1/operations/${operation}/coefficient-keys/${versionId}/letters`;
  const rowOf = (told: ToldParticipant): DataTableRowData => ({
    id: told.participantId,
    cells: {
      name: told.name,
      state: describeState(told),
      day: dayOf(told),
      remark: remarkOn(told),
    },
    actions: mayWrite && <RowActions told={told} operation={operation} letters={letters} today={today} />,
  });
  return (
    <PageSection
      title="Participants prévenus"
      actions={
        mayWrite &&
        toHandOverCount > 0 && (
          <ButtonLink href={letters as Route} variant="default" download>
            Lettres à remettre (PDF)
          </ButtonLink>
        )
      }
    >
      <UntoldNotice status={status} />
      {participants.length > 0 && untoldCount === 0 && (
        <Notice tone="success" title="Tous les participants sont prévenus" />
      )}
      <DataTable
        caption="Participants, et comment chacun a été prévenu"
        columns={[
          { key: "name", label: "Participant", kind: "text" },
          { key: "state", label: "État", kind: "status" },
          { key: "day", label: "Le", kind: "day" },
          { key: "remark", label: "Remarque", kind: "text" },
        ]}
        rows={participants.map(rowOf)}
        empty={<p>Personne n’est prévenu de cette version pour l’instant.</p>}
      />
      {mayWrite && failedCount > 0 && isMailOn() && (
        <RegistryForm
          label="Réessayer les courriels"
          submit="Réessayer par courriel"
          action={retryAnnouncementsAction}
          hidden={{ operation, version: versionId }}
        />
      )}
      {mayWrite && missingCount > 0 && (
        <RegistryForm
          label="Prévenir les nouveaux participants"
          submit={missingCount === 1 ? "Prévenir aussi 1 participant" : `Prévenir aussi ${missingCount} participants`}
          action={announceToMissingAction}
          hidden={{ operation, version: versionId }}
        />
      )}
      <PastAnnouncements past={past} />
    </PageSection>
  );
}

/** How many are not told, and how grave it is; nothing when all are. */
export function UntoldNotice({ status: { untoldCount, lateCount } }: { status: AnnouncementStatus }) {
  const count = (n: number) => (n === 1 ? "1 participant n’est pas prévenu" : `${n} participants ne sont pas prévenus`);
  if (lateCount > 0) {
    return (
      <Notice tone="danger" title={`En retard : ${count(lateCount)}, et la clé s’applique déjà`}>
        Chaque participant est informé avant l’application de ses coefficients (convention, art. 5.1.1).
      </Notice>
    );
  }
  if (untoldCount === 0) return null;
  return (
    <Notice tone="warning" title={`Pas encore : ${count(untoldCount)}`}>
      Chacun doit l’être avant le premier jour de la clé (convention, art. 5.1.1).
    </Notice>
  );
}

type RowActionsProps = { told: ToldParticipant; operation: string; letters: string; today: CivilDate };

function RowActions({ told, operation, letters, today }: RowActionsProps) {
  const { announcement, isErased, name } = told;
  if (announcement === null || isErased) return null;
  return (
    <>
      <ButtonLink href={`${letters}?announcement=${announcement.id}` as Route} variant="default" size="xs" download>
        {`Lettre de ${name}`}
      </ButtonLink>
      {announcement.state !== "sent" && (
        <HandOverForm operation={operation} announcement={announcement.id} participant={name} today={today} />
      )}
    </>
  );
}

function describeState({ announcement, isErased, isLate }: ToldParticipant): TableStatus {
  const tone = isLate ? "danger" : "warning";
  if (announcement?.state === "sent") {
    return { text: announcement.channel === "email" ? "prévenu par courriel" : "lettre remise", tone: "success" };
  }
  if (isErased) return { text: "effacement demandé", tone: "neutral" };
  if (announcement === null) return { text: "à prévenir", tone };
  if (announcement.state === "failed") return { text: "courriel non parti", tone: "danger" };
  return announcement.channel === "email"
    ? { text: "courriel en cours d’envoi", tone: isLate ? "danger" : "info" }
    : { text: "lettre à remettre", tone };
}

const dayOf = ({ announcement }: ToldParticipant): CivilDate | null =>
  announcement?.sentAt ? parisCivilDate(announcement.sentAt.getTime()) : null;

function remarkOn({ announcement, isErased }: ToldParticipant): string {
  if (announcement === null) return "Arrivé depuis l’annonce.";
  return announcement.failure === null || isErased ? "" : ANNOUNCEMENT_FAILURES[announcement.failure];
}
