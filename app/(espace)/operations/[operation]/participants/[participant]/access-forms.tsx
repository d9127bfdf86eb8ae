"use client";

import { Checkbox, TextInput } from "@mantine/core";
import { InvitationAnswer } from "@/components/access/invitation-answer";
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
    <RegistryForm
      label="Inviter dans l’espace du participant"
      submit="Inviter"
      action={inviteParticipantAction}
      hidden={{ operation, participant }}
      renderDone={(message) => <InvitationAnswer message={message} />}
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
          {isMailOn && (
            <Checkbox
              name="handedOver"
              value="1"
              label="Me montrer le lien, à remettre moi-même, plutôt que l’envoyer"
            />
          )}
        </>
      )}
    </RegistryForm>
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
