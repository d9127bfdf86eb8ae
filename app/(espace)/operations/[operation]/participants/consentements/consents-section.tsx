import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { AuthorizedOperation } from "@/lib/server/access";
import { readNamedConsents } from "@/lib/services/consents/read-consents";
import { MissingConsentsTable, RecordedConsentsTable } from "./consent-tables";

type ConsentsSectionProps = { operation: AuthorizedOperation; participantId: string; today: CivilDate };

/** On a participant's sheet: what he lacks and what he signed; the acts are on the page it leads to. */
export async function ConsentsSection({ operation, participantId, today }: ConsentsSectionProps) {
  const { missing, recorded } = await readNamedConsents(operation.id, today, participantId);
  const href = `/operations/${operation.sheet.slug}/participants/consentements/${participantId}` as Route;
  return (
    <PageSection
      title="Consentements"
      actions={
        <ButtonLink href={href} variant="default">
          Formulaire, enregistrement, justificatif
        </ButtonLink>
      }
    >
      {missing.length === 0 ? (
        <Notice tone="success" title="Rien ne manque : chaque PRM a les accords que la convention demande" />
      ) : (
        <MissingConsentsTable rows={missing} />
      )}
      {recorded.length > 0 && <RecordedConsentsTable rows={recorded} />}
    </PageSection>
  );
}
