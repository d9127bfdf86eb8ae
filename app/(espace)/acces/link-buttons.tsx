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
        <form action={handOver}>
          <input type="hidden" name="linkId" value={linkId} />
          <Button
            type="submit"
            variant="default"
            size="xs"
            loading={isHanding}
            aria-label={`Créer un lien à remettre à ${name}`}
          >
            Créer un lien à remettre
          </Button>
        </form>
        {isMailOn && (
          <form action={resend}>
            <input type="hidden" name="linkId" value={linkId} />
            <Button
              type="submit"
              variant="default"
              size="xs"
              loading={isResending}
              aria-label={`Renvoyer le lien à ${name}`}
            >
              Renvoyer
            </Button>
          </form>
        )}
        <form action={revoke}>
          <input type="hidden" name="linkId" value={linkId} />
          <Button
            type="submit"
            variant="default"
            size="xs"
            loading={isRevoking}
            aria-label={`Révoquer le lien de ${name}`}
          >
            Révoquer
          </Button>
        </form>
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
