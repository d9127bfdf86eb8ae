import type { Route } from "next";
import { ProofForm } from "@/components/consents/proof-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { describeAuthorizations } from "@/lib/format/describe-consent";
import type { AuthorizedOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import type { ParticipantConsents as Consents, RecordedConsent } from "@/lib/services/consents/read-consents";
import { MissingConsentsTable, RecordedConsentsTable } from "./consent-tables";
import { JoinDocumentButton } from "./join-document-button";
import { RecordConsentForm } from "./record-consent-form";
import { WithdrawConsentForm } from "./withdraw-consent-form";

type ParticipantConsentsProps = {
  operation: AuthorizedOperation;
  consents: Consents;
  today: CivilDate;
};

/** What one participant lacks, signed and withdrew, with the acts on it. */
export function ParticipantConsents({ operation, consents, today }: ParticipantConsentsProps) {
  const { participant, missing, recorded, points, isHlmTenant, consequences } = consents;
  const { slug } = operation.sheet;
  const address = `/api/v1/operations/${slug}/consents`;
  const mayWrite = isGranted(operation.role, "write");
  const mayRecord = mayWrite && !participant.isErased;

  function actionsOf(consent: RecordedConsent) {
    const what = describeAuthorizations(consent);
    const path = `${address}/${consent.id}/document`;
    const isOpen = consent.withdrawnDay === null && (consent.state === "valid" || consent.state === "not_yet");
    return (
      <>
        {mayWrite && consent.document && (
          <ButtonLink href={path as Route} variant="default" size="xs" download>
            Télécharger
          </ButtonLink>
        )}
        {mayRecord && consent.document === null && (
          <JoinDocumentButton address={path} label={`Joindre le document : ${what}`} />
        )}
        {mayWrite && isOpen && (
          <WithdrawConsentForm
            operation={slug}
            consentId={consent.id}
            label={what}
            isObjection={consent.kind === "tenant_information"}
            consequences={consequences.get(consent.id) ?? []}
            givenDay={consent.givenDay}
            today={today}
          />
        )}
      </>
    );
  }

  return (
    <>
      <PageSection
        title="Ce qu’il manque"
        actions={
          !participant.isErased && (
            <ButtonLink href={`${address}/form?participant=${participant.id}` as Route} variant="default" download>
              Formulaire à signer (PDF)
            </ButtonLink>
          )
        }
      >
        {missing.length === 0 ? (
          <Notice tone="success" title="Rien ne manque : chaque PRM a les accords que la convention demande" />
        ) : (
          <MissingConsentsTable rows={missing} />
        )}
      </PageSection>
      <PageSection title="Consentements enregistrés">
        {recorded.length === 0 ? (
          <p>Rien n’est encore enregistré pour ce participant.</p>
        ) : (
          <RecordedConsentsTable rows={recorded} actionsOf={actionsOf} />
        )}
      </PageSection>
      {mayRecord && (
        <PageSection title="Enregistrer un consentement">
          <RecordConsentForm
            address={address}
            participantId={participant.id}
            isHlmTenant={isHlmTenant}
            points={points.map(({ id, prm, name }) => ({ id, prm, name }))}
            today={today}
          />
        </PageSection>
      )}
      {mayWrite && (
        <PageSection title="Justificatif">
          <ProofForm address={`${address}/proof`} participantId={participant.id} today={today} />
        </PageSection>
      )}
    </>
  );
}
