import type { Metadata, Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { StatusBadge } from "@/components/ui/status-badge";
import { describeConsentState } from "@/lib/format/describe-consent";
import { formatDay } from "@/lib/format/format-date";
import type { TableStatus } from "@/lib/format/table-cells";
import { requireParticipant } from "@/lib/server/authorize-participant";
import { today } from "@/lib/server/today";
import { type ReadOwnConsent, readOwnConsents } from "@/lib/services/participant-space/own-consents";
import { HandInForm } from "./hand-in-form";
import { WithdrawOwnConsentForm } from "./withdraw-form";

export const metadata: Metadata = { title: "Consentements" };

/** What a participant agreed to, and how he withdraws it or signs. */
export default async function OwnConsentsPage({ params }: PageProps<"/mon-espace/[participant]/consentements">) {
  const { own } = await requireParticipant((await params).participant);
  const consents = await readOwnConsents(own, await today());
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
