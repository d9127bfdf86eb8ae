import type { Metadata, Route } from "next";
import Link from "next/link";
import { sendTestMailAction } from "@/app/(espace)/acces/mail-actions";
import { MailTestSection } from "@/components/accounts/mail-test-section";
import { ButtonLink } from "@/components/ui/button-link";
import { KeyValues } from "@/components/ui/key-values";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { StatusBadge } from "@/components/ui/status-badge";
import { formatNumber } from "@/lib/format/format-number";
import { requireUser } from "@/lib/server/access";
import { requireInstance } from "@/lib/server/authorize-instance";
import { type InstallationSheet, readInstallation } from "@/lib/services/instance/read-installation";

export const metadata: Metadata = { title: "Installation" };

/** The home of who manages the installation: what is set up, what is well, who lacks an administrator. */
export default async function InstallationPage() {
  const { id } = await requireInstance();
  const user = await requireUser();
  const sheet = await readInstallation(id);
  return (
    <>
      <PageHeader
        title="Installation"
        lead="Les collectivités et les comptes de cette installation. Vous n’y voyez ni énergie, ni PRM, ni participant : cela appartient à chaque collectivité."
        actions={<ButtonLink href={"/installation/collectivites" as Route}>Collectivités</ButtonLink>}
      />
      {sheet.withoutAdministrator.length > 0 && <WithoutAdministrator collectivities={sheet.withoutAdministrator} />}
      <PageSection title="Ce qui est ouvert">
        <KeyValues
          items={[
            { label: "Collectivités", value: formatNumber(sheet.collectivityCount) },
            { label: "Comptes actifs", value: formatNumber(sheet.accounts.active) },
            { label: "Comptes désactivés", value: formatNumber(sheet.accounts.deactivated) },
          ]}
        />
      </PageSection>
      <PageSection title="Ce qui est réglé">
        <KeyValues items={settingsOf(sheet)} />
        <p>Ces réglages sont des variables d’environnement : la documentation de l’installation en donne la liste.</p>
      </PageSection>
      <MailTestSection isMailOn={sheet.isMailOn} email={user.email} action={sendTestMailAction} />
    </>
  );
}

function WithoutAdministrator({ collectivities }: { collectivities: InstallationSheet["withoutAdministrator"] }) {
  return (
    <Notice tone="warning" title="Des collectivités n’ont pas d’administrateur">
      <p>Personne n’y donne d’accès. Invitez le premier administrateur de chacune :</p>
      <ul>
        {collectivities.map(({ id, name }) => (
          <li key={id}>
            <Link href={`/installation/collectivites/${id}` as Route}>{name}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function settingsOf({ checks, runsJobs, isMailOn, isProviderOn, isTrailProtected, isProxyIgnored }: InstallationSheet) {
  const state = (isWell: boolean, well: string, not: string) => (
    <StatusBadge tone={isWell ? "success" : "danger"}>{isWell ? well : not}</StatusBadge>
  );
  const optional = (isOn: boolean) => (
    <StatusBadge tone={isOn ? "success" : "neutral"}>{isOn ? "réglé" : "non réglé"}</StatusBadge>
  );
  return [
    { label: "Base de données", value: state(checks.database && checks.migrations, "à jour", "à mettre à jour") },
    {
      label: "Protection du journal",
      value: state(isTrailProtected, "hors de portée de l’application", "à mettre en place"),
      help: isTrailProtected
        ? "L’utilisateur de base de données de l’application ne peut qu’y ajouter."
        : "L’utilisateur de base de données de l’application possède les tables ou la base, ou peut se donner leurs droits : donnez DATABASE_OWNER_URL et un autre utilisateur à DATABASE_URL.",
    },
    {
      label: "Adresse de qui appelle",
      value: state(!isProxyIgnored, "connue", "à régler"),
      help: isProxyIgnored
        ? "Un serveur mandataire transmet les demandes et TRUSTED_PROXIES vaut 0 : tous partagent son adresse, donc ses limites d’essais. Donnez-y le nombre de mandataires."
        : "Les limites d’essais comptent chaque réseau à part.",
    },
    {
      label: "Tâches de fond",
      value: state(checks.queue, runsJobs ? "faites par ce serveur" : "laissées à un autre processus", "à l’arrêt"),
      help: "Calculs, rappels, envois et effacements de la nuit.",
    },
    {
      label: "Courriel",
      value: optional(isMailOn),
      help: isMailOn ? undefined : "Les liens d’invitation et de mot de passe se remettent à la main.",
    },
    {
      label: "Connexion par un fournisseur d’identité",
      value: optional(isProviderOn),
      help: isProviderOn ? undefined : "On se connecte par mot de passe.",
    },
  ];
}
