import type { Metadata, Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { StatusBadge } from "@/components/ui/status-badge";
import { describeConsentState } from "@/lib/format/describe-consent";
import { formatDay } from "@/lib/format/format-date";
import type { TableStatus } from "@/lib/format/table-cells";
import { requireParticipant } from "@/lib/server/authorize-participant";
import { today } from "@/lib/server/today";
import {
  hasGivenEverything,
  type ReadOwnConsent,
  readOwnConsents,
} from "@/lib/services/participant-space/own-consents";
import { HandInForm } from "./hand-in-form";
import { WithdrawOwnConsentForm } from "./withdraw-form";

export const metadata: Metadata = { title: "Consentements" };

/** What a participant agreed to, and how he withdraws it or signs. */
export default async function OwnConsentsPage({ params }: PageProps<"/mon-espace/[participant]/consentements">) {
  const { own } = await requireParticipant((await params).participant);
  const day = await today();
  const consents = await readOwnConsents(own, day);
  const base = `/mon-espace/${own.participantId}`;
  return (
    <>
      <PageHeader
        title="Consentements"
        breadcrumb={[{ label: "Mon espace", href: base as Route }]}
        lead="Ce que vous avez accepté pour participer, et comment y revenir."
      />
      {consents.length === 0 && <p>Aucun consentement n’est enregistré à votre nom.</p>}
      {consents.map((consent) => (
        <PageSection key={consent.id} title={titleOf(consent)}>
          <p>
            <State of={describeConsentState(consent.state)} /> {describeDays(consent)}
          </p>
          {consent.isToRenew && (
            <p>
              Il prend fin bientôt : vous pouvez le renouveler dès maintenant, en renvoyant ci-dessous un nouveau
              formulaire signé. Le nouvel accord vaut dès son envoi, aussi longtemps que la convention.
            </p>
          )}
          <ul>
            {listAuthorizations(consent).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          {consent.sha256 && (
            <p>Le document signé est conservé ; il est dans l’archive de vos données, s’il n’est qu’à vous.</p>
          )}
          {consent.withdrawnDay === null && consent.state !== "expired" && (
            <WithdrawOwnConsentForm participant={own.participantId} consent={consent.id} />
          )}
        </PageSection>
      ))}
      <PageSection title="Donner votre accord">
        {hasGivenEverything(consents, day) && (
          <Notice tone="info" title="Vous avez déjà tout accordé : il n’y a rien à renvoyer">
            Pour changer ce que vous avez coché, retirez d’abord votre accord, puis signez de nouveau. Un accord qui a
            une date de fin se renouvelle dans les 60 jours qui la précèdent.
          </Notice>
        )}
        <p>
          La convention demande à l’organisateur de pouvoir présenter votre accord, conservé sur un support durable
          (art. 3.1 et 5.1.4), et son modèle se signe (annexe 4). Téléchargez le formulaire déjà rempli, cochez, signez,
          puis envoyez-le ici, numérisé ou photographié, ou remettez-le à l’organisateur.
        </p>
        <ButtonLink href={`${base}/formulaire` as Route} variant="default" download>
          Formulaire à signer (PDF)
        </ButtonLink>
        <h3>Renvoyer le formulaire signé</h3>
        <HandInForm address={`${base}/formulaire`} />
      </PageSection>
    </>
  );
}

function State({ of: { text, tone } }: { of: TableStatus }) {
  return <StatusBadge tone={tone}>{text}</StatusBadge>;
}

function titleOf({ kind, prm }: ReadOwnConsent): string {
  const what = kind === "tenant_information" ? "Information reçue" : "Accord de participation";
  return prm === null ? `${what}, tous vos compteurs` : `${what}, compteur ${prm}`;
}

function describeDays({ givenDay, expiryDay, withdrawnDay }: ReadOwnConsent): string {
  if (withdrawnDay) return `Du ${formatDay(givenDay)}, retiré le ${formatDay(withdrawnDay)}.`;
  return expiryDay
    ? `Du ${formatDay(givenDay)}, sans effet à partir du ${formatDay(expiryDay)}.`
    : `Du ${formatDay(givenDay)}, aussi longtemps que la convention.`;
}

function listAuthorizations(consent: ReadOwnConsent): readonly string[] {
  return [
    ...(consent.participation ? ["participer à l’opération"] : []),
    ...(consent.curveCollection ? ["Enedis relève votre courbe de charge"] : []),
    ...(consent.supplierTransmission ? ["votre fournisseur reçoit votre courbe et votre complément"] : []),
    ...(consent.organiserTransmission ? ["l’organisateur reçoit votre courbe et vos parts"] : []),
  ];
}
