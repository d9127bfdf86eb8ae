"use client";

import { TextInput } from "@mantine/core";
import { useActionState } from "react";
import { AccountForm } from "@/components/account/account-form";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";
import { renameAccountAction } from "./actions";

const IDLE: ActionState = { status: "idle" };

export function ProfileForm({ name }: { name: string }) {
  const [state, formAction, isPending] = useActionState(renameAccountAction, IDLE);
  return (
    <>
      <AccountForm label="Profil" submit="Enregistrer" state={state} formAction={formAction} isPending={isPending}>
        {(errorOf) => (
          <TextInput
            name="name"
            label="Nom"
            description="Celui que les autres membres voient"
            autoComplete="name"
            defaultValue={name}
            error={errorOf("name")}
            required
          />
        )}
      </AccountForm>
      {state.status === "done" && state.message && <Notice tone="success" title={state.message} live />}
    </>
  );
}
