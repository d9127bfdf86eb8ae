import { PageSection } from "@/components/ui/page-section";
import { formatInstant } from "@/lib/format/format-instant";
import { isMailOn } from "@/lib/server/installation";
import { now } from "@/lib/server/now";
import { readEmailChange } from "@/lib/services/accounts/read-email-change";
import { EmailForm, PendingEmail } from "./email-form";

/** The address one signs in with, and how it is changed. */
export async function EmailSection({ user }: { user: { readonly id: string; readonly email: string } }) {
  const pending = await readEmailChange(user.id, await now());
  return (
    <PageSection title="Adresse électronique">
      <p>
        Vous vous connectez avec {user.email}. Une nouvelle adresse ne vaut qu’une fois confirmée par un lien
        {isMailOn()
          ? " qui y est envoyé ; l’ancienne est prévenue."
          : ", qu’un administrateur vous remet : cette installation n’envoie pas de courriel."}
      </p>
      {pending ? <PendingEmail email={pending.email} until={formatInstant(pending.expiresAt)} /> : <EmailForm />}
    </PageSection>
  );
}
