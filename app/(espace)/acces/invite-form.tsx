"use client";

import { Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { useActionState, useEffect, useRef, useState } from "react";
import { ShownOnce } from "@/app/(espace)/compte/shown-once";
import { Notice } from "@/components/ui/notice";
import { ROLE_LABELS, ROLE_PURPOSES } from "@/lib/format/role-labels";
import type { ActionState } from "@/lib/schemas/action-state";
import { inviteMemberAction } from "./actions";

const IDLE: ActionState = { status: "idle" };

const ROLES = ["officer", "elected", "admin", "auditor"] as const;

const PURPOSES: Readonly<Record<(typeof ROLES)[number], string>> = {
  ...ROLE_PURPOSES,
  auditor: "lit et vérifie le plan climat, une fois qu’un audit lui est confié ; rien d’autre",
};

type InviteFormProps = { collectivityId: string; collectivityName: string; isMailOn: boolean };

/** Invites somebody. What was typed stays until the invitation is made. */
export function InviteForm({ collectivityId, collectivityName, isMailOn }: InviteFormProps) {
  const [state, formAction, isPending] = useActionState(inviteMemberAction, IDLE);
  const [typed, setTyped] = useState({ name: "", email: "", role: "officer" as (typeof ROLES)[number] });
  const emailInput = useRef<HTMLInputElement>(null);
  const errors = state.status === "failed" ? state.fieldErrors : {};
  useEffect(() => {
    if (state.status === "done") setTyped((former) => ({ ...former, name: "", email: "" }));
    if (state.status === "failed" && state.fieldErrors.email) emailInput.current?.focus();
  }, [state]);
  return (
    <form action={formAction} aria-label={`Inviter dans ${collectivityName}`}>
      <h3>Inviter quelqu’un</h3>
      <input type="hidden" name="collectivity" value={collectivityId} />
      <Group align="flex-start" mb="md">
        <TextInput
          name="name"
          label="Nom"
          required
          value={typed.name}
          onChange={({ currentTarget }) => setTyped((former) => ({ ...former, name: currentTarget.value }))}
          error={errors.name?.[0]}
        />
        <TextInput
          ref={emailInput}
          name="email"
          type="email"
          label="Adresse électronique"
          required
          value={typed.email}
          onChange={({ currentTarget }) => setTyped((former) => ({ ...former, email: currentTarget.value }))}
          error={errors.email?.[0]}
        />
        <NativeSelect
          name="role"
          label="Rôle"
          value={typed.role}
          onChange={({ currentTarget }) =>
            setTyped((former) => ({ ...former, role: currentTarget.value as (typeof ROLES)[number] }))
          }
          data={ROLES.map((value) => ({ value, label: ROLE_LABELS[value] }))}
          error={errors.role?.[0]}
        />
      </Group>
      <p>
        {ROLE_LABELS[typed.role]} : {PURPOSES[typed.role]}.
      </p>
      <Group mb="md">
        {isMailOn && (
          <Button type="submit" name="way" value="envoyer" loading={isPending}>
            Envoyer l’invitation
          </Button>
        )}
        <Button type="submit" name="way" value="remettre" variant={isMailOn ? "default" : "filled"} loading={isPending}>
          Créer un lien à remettre
        </Button>
      </Group>
      {state.status === "done" &&
        (state.message ? (
          <ShownOnce
            title="Voici le lien. Copiez-le maintenant : il ne sera plus montré."
            secret={state.message}
            copyLabel="Copier l’adresse"
          />
        ) : (
          <Notice tone="success" title="L’invitation part dans les minutes qui viennent" live />
        ))}
      {state.status === "failed" && Object.keys(errors).length === 0 && (
        <Notice tone="danger" title="L’invitation n’est pas faite" live>
          {state.message}
        </Notice>
      )}
    </form>
  );
}
