import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import { formatInstant } from "@/lib/format/format-instant";
import { signOnRefusalText } from "@/lib/format/sign-on-refusal";
import { singleSignOnLabel } from "@/lib/server/installation";
import { readIdentity } from "@/lib/services/accounts/read-identity";
import { LinkIdentityButton, UnlinkIdentityButton } from "./identity-buttons";

/**
 * Signing in with the installation's provider; nothing where there is none.
 *
 * @param motive - Why a link did not come about: `motif` of the address.
 */
export async function IdentitySection({ userId, motive }: { userId: string; motive: string | undefined }) {
  const label = singleSignOnLabel();
  if (label === null) return null;
  const identity = await readIdentity(userId);
  const refusal = signOnRefusalText(motive, label);
  return (
    <PageSection title={`Connexion avec ${label}`}>
      {refusal && identity === null && (
        <Notice tone="danger" title="L’identité n’a pas été liée">
          {refusal}
        </Notice>
      )}
      {identity ? (
        <>
          <p>
            Votre identité {label} est liée à ce compte depuis le {formatInstant(identity.linkedAt.getTime())} : elle
            suffit pour vous connecter, même si l’adresse que {label} transmet change. Le second facteur est alors
            l’affaire de {label}.
          </p>
          <UnlinkIdentityButton label={label} />
        </>
      ) : (
        <>
          <p>
            Liez votre identité {label} pour vous connecter sans mot de passe. {label} doit transmettre l’adresse de ce
            compte.
          </p>
          <LinkIdentityButton label={label} />
        </>
      )}
    </PageSection>
  );
}
