import type { Metadata } from "next";
import { AccountTabs } from "@/components/account/account-tabs";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { requireAccount } from "@/lib/server/access";
import { authenticateOwnSession } from "@/lib/server/authenticate-own-session";
import { nameKeys } from "@/lib/services/accounts/security/name-keys";
import { readSecurity } from "@/lib/services/accounts/security/read-security";
import { DutySection } from "./duty-section";
import { PasswordForm } from "./password-form";
import { SessionsSection } from "./sessions-section";
import { TwoFactorSection } from "./two-factor-section";

export const metadata: Metadata = { title: "Sécurité du compte" };

export default async function AccountSecurityPage() {
  const user = await requireAccount();
  const [{ sessionId }, security, keys] = await Promise.all([
    authenticateOwnSession(),
    readSecurity(user.id),
    nameKeys(user.id, new Date()),
  ]);
  return (
    <>
      <PageHeader title="Compte" />
      <AccountTabs />
      {user.owesTwoFactor && (
        <Notice tone="warning" title="Votre collectivité demande la double authentification">
          Activez-la maintenant : le reste de Prorata s’ouvre aussitôt après.
        </Notice>
      )}
      <TwoFactorSection security={security} />
      <PageSection title="Mot de passe">
        {security.hasPassword ? (
          <>
            <p>Le changer ferme toutes vos sessions, celle-ci aussi : vous vous reconnectez avec le nouveau.</p>
            <PasswordForm email={user.email} keys={keys} />
          </>
        ) : (
          <Notice title="Votre compte n’a pas de mot de passe">
            Vous vous connectez par un autre service. Pour en choisir un, déconnectez-vous, puis demandez un lien par «
            Mot de passe oublié ».
          </Notice>
        )}
      </PageSection>
      {!user.owesTwoFactor && <DutySection />}
      <SessionsSection userId={user.id} sessionId={sessionId} />
    </>
  );
}
