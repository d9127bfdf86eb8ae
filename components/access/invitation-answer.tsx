import { CopyText } from "@/components/ui/copy-text";
import { Notice } from "@/components/ui/notice";

/** What became of an invitation: a sentence, or the link to hand over, shown this once. */
export function InvitationAnswer({ message }: { message: string }) {
  if (!URL.canParse(message)) return <Notice tone="success" title={message} live />;
  return (
    <Notice tone="success" title="Remettez ce lien à la personne : il n’est montré qu’une fois." live>
      <CopyText label="Lien d’invitation" text={message} />
    </Notice>
  );
}
