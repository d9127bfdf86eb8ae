"use client";

import { TextInput } from "@mantine/core";
import { InvitationForm } from "@/components/access/invitation-form";
import { RegistryForm } from "@/components/registry/registry-form";
import { endParticipantAccessAction, inviteParticipantAction } from "./access-actions";

type InviteFormProps = {
  operation: string;
  participant: string;
  /** Proposed from the sheet. */
  name: string;
  email: string;
  /** Else every link is handed over. */
  isMailOn: boolean;
};

/** Somebody who will read this participant's own figures: nothing is opened before he accepts. */
export function InviteParticipantForm({ operation, participant, name, email, isMailOn }: InviteFormProps) {
  return (
    <InvitationForm
      label="Inviter dans l’espace du participant"
      submit="Inviter"
      action={inviteParticipantAction}
      hidden={{ operation, participant }}
      isMailOn={isMailOn}
    >
      {(errorOf) => (
        <>
          <TextInput name="name" label="Nom" defaultValue={name} error={errorOf("name")} maw={640} required />
          <TextInput
            name="email"
            label="Adresse électronique"
            inputMode="email"
            defaultValue={email}
            error={errorOf("email")}
            maw={640}
            required
          />
        </>
      )}
    </InvitationForm>
  );
}

/** Closes the space to one account. */
export function EndAccessForm({ operation, access, who }: { operation: string; access: string; who: string }) {
  return (
    <RegistryForm
      label={`Fermer l’espace à ${who}`}
      submit={`Fermer l’espace à ${who}`}
      action={endParticipantAccessAction}
      hidden={{ operation, access }}
      isDestructive
    />
  );
}
