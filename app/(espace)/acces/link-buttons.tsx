"use client";

import { Button, Group, Text } from "@mantine/core";
import { useActionState } from "react";
import { ShownOnce } from "@/app/(espace)/compte/shown-once";
import type { ActionState } from "@/lib/schemas/action-state";
import { handOverLinkAction, resendLinkAction, revokeLinkAction } from "./actions";

const IDLE: ActionState = { status: "idle" };

type LinkButtonsProps = { linkId: string; name: string; isMailOn: boolean };

/** What can be done about a link that nobody used yet. */
export function LinkButtons({ linkId, name, isMailOn }: LinkButtonsProps) {
  const [handed, handOver, isHanding] = useActionState(handOverLinkAction, IDLE);
  const [resent, resend, isResending] = useActionState(resendLinkAction, IDLE);
  const [revoked, revoke, isRevoking] = useActionState(revokeLinkAction, IDLE);
  const failure = [handed, resent, revoked].find((state) => state.status === "failed");
  return (
    <>
      <Group gap="xs" wrap="nowrap">
        <LinkButton
          linkId={linkId}
          action={handOver}
          isPending={isHanding}
          label="Créer un lien à remettre"
          about={`Créer un lien à remettre à ${name}`}
        />
        {isMailOn && (
          <LinkButton
            linkId={linkId}
            action={resend}
            isPending={isResending}
            label="Renvoyer"
            about={`Renvoyer le lien à ${name}`}
          />
        )}
        <LinkButton
          linkId={linkId}
          action={revoke}
          isPending={isRevoking}
          label="Révoquer"
          about={`Révoquer le lien de ${name}`}
        />
      </Group>
      {handed.status === "done" && handed.message && (
        <ShownOnce
          title="Voici le lien. Copiez-le maintenant : il ne sera plus montré."
          secret={handed.message}
          copyLabel="Copier l’adresse"
        />
      )}
      {failure?.status === "failed" && (
        <Text size="sm" c="red" role="alert">
          {failure.message}
        </Text>
      )}
    </>
  );
}

type LinkButtonProps = {
  linkId: string;
  action: (form: FormData) => void;
  isPending: boolean;
  label: string;
  /** The same with whom it is for: a list has many. */
  about: string;
};

function LinkButton({ linkId, action, isPending, label, about }: LinkButtonProps) {
  return (
    <form action={action}>
      <input type="hidden" name="linkId" value={linkId} />
      <Button type="submit" variant="default" size="xs" loading={isPending} aria-label={about}>
        {label}
      </Button>
    </form>
  );
}
