"use client";

import { withdrawOwnConsentAction } from "@/app/(espace)/mon-espace/[participant]/actions";
import { RegistryForm } from "@/components/registry/registry-form";
import { Notice } from "@/components/ui/notice";

/** What it causes stands beside the button: it does not come back. */
export function WithdrawOwnConsentForm({ participant, consent }: { participant: string; consent: string }) {
  return (
    <details>
      <summary>Retirer ce consentement…</summary>
      <Notice tone="warning" title="Sans votre accord, vos compteurs ne peuvent plus participer">
        Vous pouvez le retirer à tout moment, sans motif (convention, annexe 4). L’organisateur demandera alors la
        sortie de vos compteurs, qui prend au moins 15 jours ouvrés (art. 3.2.1). Un retrait ne se défait pas ; vous
        pourrez signer de nouveau.
      </Notice>
      <RegistryForm
        label="Retirer ce consentement"
        submit="Retirer ce consentement"
        action={withdrawOwnConsentAction}
        hidden={{ participant, consent }}
        isDestructive
      />
    </details>
  );
}
