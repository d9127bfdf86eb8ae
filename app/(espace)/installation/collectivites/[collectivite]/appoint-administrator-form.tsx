"use client";

import { Checkbox } from "@mantine/core";
import { appointAdministratorAction } from "@/app/(espace)/installation/collectivites/actions";
import { InvitationAnswer } from "@/components/access/invitation-answer";
import { PersonFields } from "@/components/access/person-fields";
import { RegistryForm } from "@/components/registry/registry-form";

type AppointAdministratorFormProps = {
  collectivity: string;
  /** Else the link is handed over. */
  isMailOn: boolean;
};

/** The first administrator of a collectivity, or one more where the others are gone. */
export function AppointAdministratorForm({ collectivity, isMailOn }: AppointAdministratorFormProps) {
  return (
    <RegistryForm
      label="Inviter un administrateur"
      submit="Inviter comme administrateur"
      action={appointAdministratorAction}
      hidden={{ collectivity }}
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
