"use client";

import { Checkbox } from "@mantine/core";
import { InvitationAnswer } from "@/components/access/invitation-answer";
import { PersonFields } from "@/components/access/person-fields";
import { RegistryForm } from "@/components/registry/registry-form";
import { inviteInstanceAdministratorAction } from "./actions";

/** One more administrator of the installation, so that none of them is the only one who can help. */
export function InviteAdministratorForm({ isMailOn }: { isMailOn: boolean }) {
  return (
    <RegistryForm
      label="Inviter un administrateur de l’installation"
      submit="Inviter comme administrateur de l’installation"
      action={inviteInstanceAdministratorAction}
      hidden={{}}
      renderDone={(message) => <InvitationAnswer message={message} />}
    >
      {(errorOf) => (
        <>
          <PersonFields errorOf={errorOf} />
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
