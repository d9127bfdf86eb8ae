import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import type { ActionState } from "@/lib/schemas/action-state";
import { MailTestForm } from "./mail-test-form";

type MailTestSectionProps = {
  isMailOn: boolean;
  email: string;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** Whether mails leave: a message to oneself, and what the server answered. */
export function MailTestSection({ isMailOn, email, action }: MailTestSectionProps) {
  return (
    <PageSection title="Courriel">
      {isMailOn ? (
        <>
          <p>Les invitations et les liens partent par le serveur de messagerie de l’installation.</p>
          <MailTestForm email={email} action={action} />
        </>
      ) : (
        <Notice title="Cette installation n’envoie pas de courriel">
          <p>
            Chaque lien se remet à la main : de vive voix, sur papier ou par votre propre messagerie. Pour qu’ils
            partent seuls, réglez SMTP_HOST et MAIL_FROM sur le serveur.
          </p>
        </Notice>
      )}
    </PageSection>
  );
}
