import type { Metadata, Route } from "next";
import { ProofForm } from "@/components/consents/proof-form";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { describeLackingCount } from "@/lib/format/describe-consent";
import { formatDay } from "@/lib/format/format-date";
import { requireOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import { MAX_FORMS } from "@/lib/services/consents/build-consent-forms";
import { type ConsentsOverview, EXPIRY_NOTICE_DAYS, readConsents } from "@/lib/services/consents/read-consents";
import { MissingConsentsTable, RecordedConsentsTable } from "./consent-tables";

export const metadata: Metadata = { title: "Consentements" };

export default async function ConsentsPage({
  params,
}: PageProps<"/operations/[operation]/participants/consentements">) {
  const operation = await requireOperation((await params).operation);
  const { slug } = operation.sheet;
  const day = await today();
  const consents = await readConsents(operation.id, day);
  const address = `/api/v1/operations/${slug}/consents`;
  const hrefOf = (participantId: string) => `/operations/${slug}/participants/consentements/${participantId}` as Route;
  const mayWrite = isGranted(operation.role, "write");
  return (
    <>
      <PageHeader
        title="Consentements"
        lead="Chaque participant, la commune comprise, accepte de participer et autorise le relevé de sa courbe de charge et sa transmission à l’organisateur, avant son entrée (convention, art. 3.1, 5.1.1, 5.1.4 et annexe 4)."
        actions={
          consents.lackingParticipantCount > 0 && (
            <ButtonLink href={`${address}/form` as Route} download>
              Formulaires à signer (PDF)
            </ButtonLink>
          )
        }
      />
      {consents.management === "hlm" && <HlmNotice />}
      <ExpiringNotice consents={consents} />
      <PageSection title="Ce qu’il manque">
        {consents.participantCount === 0 ? (
          <EmptyState
            title="Aucun participant"
            purpose="Cette page dira qui n’a pas encore signé, et donnera à chacun son formulaire déjà rempli."
            needed="des participants et leurs PRM."
            action={<ButtonLink href={`/operations/${slug}/participants` as Route}>Ouvrir les participants</ButtonLink>}
          />
        ) : consents.missing.length === 0 ? (
          <Notice tone="success" title="Rien ne manque : chaque PRM a les accords que la convention demande" />
        ) : (
          <>
            <p>
              {describeLackingCount(consents.lackingParticipantCount)}. Sans justificatif 10 jours ouvrés après une
              demande écrite d’Enedis, le PRM sort du périmètre (art. 5.1.4).
              {consents.lackingParticipantCount > MAX_FORMS &&
                ` Le PDF porte les formulaires des ${MAX_FORMS} premiers participants par ordre alphabétique.`}
            </p>
            <MissingConsentsTable
              rows={consents.missing}
              fileName={`${slug}-consentements-manquants`}
              hasParticipant
              hrefOf={hrefOf}
              actionsOf={({ participantId, participantName, prm }) => (
                <>
                  <ButtonLink
                    href={`${address}/form?participant=${participantId}` as Route}
                    variant="default"
                    size="xs"
                    download
                  >
                    {`Formulaire de ${participantName}`}
                  </ButtonLink>
                  {mayWrite && (
                    <ButtonLink href={hrefOf(participantId)} variant="default" size="xs">
                      {`Enregistrer pour ${prm}`}
                    </ButtonLink>
                  )}
                </>
              )}
            />
          </>
        )}
      </PageSection>
      <PageSection title="Consentements enregistrés">
        {consents.recorded.length === 0 ? (
          <EmptyState
            title="Aucun consentement n’est enregistré"
            purpose="Cette page garde ce que chaque participant a signé, avec le document, pour le prouver quand Enedis le demande."
            needed="un formulaire signé par participant : téléchargez-les ci-dessus, faites-les signer, puis enregistrez-les."
          />
        ) : (
          <RecordedConsentsTable
            rows={consents.recorded}
            fileName={`${slug}-consentements`}
            hasParticipant
            hrefOf={hrefOf}
          />
        )}
      </PageSection>
      {mayWrite && consents.recorded.length > 0 && (
        <PageSection title="Justificatif pour Enedis">
          <p>
            Une archive avec les documents signés et leur récapitulatif : qui, quel PRM, quoi, quand, empreinte de
            chaque document, état au jour de la demande.
          </p>
          <ProofForm address={`${address}/proof`} today={day} />
        </PageSection>
      )}
    </>
  );
}

function HlmNotice() {
  return (
    <Notice title="Opération d’un organisme HLM et de ses locataires">
      Un locataire n’a pas d’accord de participation à donner : enregistrez le jour où il a été informé, puis, s’il
      s’oppose, son opposition. Son autorisation pour la courbe de charge reste nécessaire. Les autres participants
      signent l’accord ordinaire (convention, art. 3.1 et annexe 4).
    </Notice>
  );
}

function ExpiringNotice({ consents }: { consents: ConsentsOverview }) {
  const expiring = consents.recorded.filter(({ isExpiringSoon }) => isExpiringSoon);
  if (expiring.length === 0) return null;
  const title =
    expiring.length === 1
      ? `Un consentement expire dans les ${EXPIRY_NOTICE_DAYS} jours`
      : `${expiring.length} consentements expirent dans les ${EXPIRY_NOTICE_DAYS} jours`;
  const first = expiring
    .slice(0, 5)
    .map(({ participantName, expiryDay }) => `${participantName} (${formatDay(expiryDay)})`);
  return (
    <Notice tone="warning" title={title}>
      {first.join(", ")}
      {expiring.length > first.length && "…"} Faites-les renouveler avant cette date.
    </Notice>
  );
}
