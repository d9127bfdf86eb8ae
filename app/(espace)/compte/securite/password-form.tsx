"use client";

import { useActionState } from "react";
import { AccountForm } from "@/components/account/account-form";
import { EndKeysField } from "@/components/account/end-keys-field";
import type { ActionState } from "@/lib/schemas/action-state";
import { changePasswordAction } from "./actions";
import { PasswordField } from "./password-field";

const IDLE: ActionState = { status: "idle" };

export function PasswordForm({ email, keys }: { email: string; keys: readonly string[] }) {
  const [state, formAction, isPending] = useActionState(changePasswordAction, IDLE);
  return (
    <AccountForm
      label="Changer le mot de passe"
      submit="Changer le mot de passe"
      state={state}
      formAction={formAction}
      isPending={isPending}
    >
      {(errorOf) => (
        <>
          {/* For password managers, which file a password under its account. */}
          <input type="text" name="username" autoComplete="username" defaultValue={email} readOnly hidden />
          <PasswordField
            name="password"
            label="Mot de passe actuel"
            autoComplete="current-password"
            error={errorOf("password")}
          />
          <PasswordField
            name="newPassword"
            label="Nouveau mot de passe"
            description="12 caractères au moins : une phrase se retient mieux que des signes"
            autoComplete="new-password"
            error={errorOf("newPassword")}
          />
          <PasswordField
            name="repeated"
            label="Nouveau mot de passe, encore une fois"
            autoComplete="new-password"
            error={errorOf("repeated")}
          />
          {keys.length > 0 && (
            <EndKeysField description={`Sinon restent ouverts, sans mot de passe : ${keys.join(", ")}.`} />
          )}
        </>
      )}
    </AccountForm>
  );
}
