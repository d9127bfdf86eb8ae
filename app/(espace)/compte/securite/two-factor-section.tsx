import { KeyValues } from "@/components/ui/key-values";
import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import { formatInstant } from "@/lib/format/format-instant";
import type { AccountSecurity } from "@/lib/services/accounts/security/read-security";
import { TwoFactorPanel } from "./two-factor-panel";

const FEW = 3;

export function TwoFactorSection({ security: { twoFactor, hasPassword } }: { security: AccountSecurity }) {
  return (
    <PageSection title="Double authentification" anchor="double-authentification">
      <p>
        Après le mot de passe, une application de votre téléphone donne un code qui change toutes les 30 secondes : qui
        a appris votre mot de passe n’entre pas.
      </p>
      {twoFactor && (
        <KeyValues
          items={[
            { label: "Active depuis le", value: formatInstant(twoFactor.since.getTime()) },
            { label: "Codes de secours restants", value: twoFactor.recoveryCodesLeft ?? "illisibles" },
          ]}
        />
      )}
      {twoFactor?.recoveryCodesLeft === null && (
        <Notice tone="danger" title="Le secret de l’installation a changé">
          Vos codes ne peuvent plus être vérifiés. Demandez à un administrateur de lever la double authentification de
          votre compte, puis activez-la de nouveau.
        </Notice>
      )}
      {twoFactor && twoFactor.recoveryCodesLeft !== null && twoFactor.recoveryCodesLeft < FEW && (
        <Notice tone="warning" title="Il vous reste peu de codes de secours">
          Tirez-en de nouveaux : sans eux, un téléphone perdu ferme votre compte jusqu’à ce qu’un administrateur le
          rouvre.
        </Notice>
      )}
      {twoFactor || hasPassword ? (
        <TwoFactorPanel isOn={twoFactor !== null} />
      ) : (
        <Notice title="Votre compte n’a pas de mot de passe">
          Vous vous connectez par un autre service : c’est là que la double authentification s’active.
        </Notice>
      )}
    </PageSection>
  );
}
