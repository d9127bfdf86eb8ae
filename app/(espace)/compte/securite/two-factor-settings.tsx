"use client";

import { Button, Group } from "@mantine/core";
import { useActionState, useState } from "react";
import { AccountForm } from "@/components/account/account-form";
import type { ActionState } from "@/lib/schemas/action-state";
import { disableTwoFactorAction, renewRecoveryCodesAction } from "./actions";
import { CodeField } from "./code-field";
import { PasswordField } from "./password-field";
import type { CodesState } from "./security-state";

const IDLE = { status: "idle" } as const;
const CODE_HELP = "Les 6 chiffres de l’application, ou un code de secours";

/** What can be done once the second factor is on. */
export function TwoFactorSettings({ onCodes }: { onCodes: (codes: readonly string[]) => void }) {
  const [opened, setOpened] = useState<"renew" | "disable" | null>(null);
  const close = (
    <Button variant="default" onClick={() => setOpened(null)}>
      Annuler
    </Button>
  );
  if (opened === "renew") return <RenewForm cancel={close} onCodes={onCodes} />;
  if (opened === "disable") return <DisableForm cancel={close} />;
  return (
    <Group>
      <Button variant="default" onClick={() => setOpened("renew")}>
        Nouveaux codes de secours
      </Button>
      <Button variant="outline" color="red" onClick={() => setOpened("disable")}>
        Désactiver
      </Button>
    </Group>
  );
}

function RenewForm({ cancel, onCodes }: { cancel: React.ReactNode; onCodes: (codes: readonly string[]) => void }) {
  const [state, formAction, isPending] = useActionState<CodesState, FormData>(async (previous, form) => {
    const next = await renewRecoveryCodesAction(previous, form);
    if (next.status === "codes") onCodes(next.codes);
    return next;
  }, IDLE);
  return (
    <AccountForm
      label="Nouveaux codes de secours"
      submit="Remplacer mes codes de secours"
      takesFocus
      state={state}
      formAction={formAction}
      isPending={isPending}
      cancel={cancel}
    >
      {(errorOf) => <CodeField label="Code" description={CODE_HELP} error={errorOf("code")} />}
    </AccountForm>
  );
}

function DisableForm({ cancel }: { cancel: React.ReactNode }) {
  const [state, formAction, isPending] = useActionState<ActionState, FormData>(disableTwoFactorAction, IDLE);
  return (
    <AccountForm
      label="Désactiver la double authentification"
      submit="Désactiver la double authentification"
      isDestructive
      takesFocus
      state={state}
      formAction={formAction}
      isPending={isPending}
      cancel={cancel}
    >
      {(errorOf) => (
        <>
          <PasswordField
            name="password"
            label="Votre mot de passe"
            autoComplete="current-password"
            error={errorOf("password")}
          />
          <CodeField label="Code" description={CODE_HELP} error={errorOf("code")} />
        </>
      )}
    </AccountForm>
  );
}
