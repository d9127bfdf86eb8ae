"use client";

import { appointAdministratorAction } from "@/app/(espace)/installation/collectivites/actions";
import { InvitationForm } from "@/components/access/invitation-form";
import { PersonFields } from "@/components/access/person-fields";

type AppointAdministratorFormProps = {
  collectivity: string;
  /** Else the link is handed over. */
  isMailOn: boolean;
};

/** The first administrator of a collectivity, or one more where the others are gone. */
export function AppointAdministratorForm({ collectivity, isMailOn }: AppointAdministratorFormProps) {
  return (
    <InvitationForm
      label="Inviter un administrateur"
      submit="Inviter comme administrateur"
      action={appointAdministratorAction}
      hidden={{ collectivity }}
      isMailOn={isMailOn}
    >
      {(errorOf) => <PersonFields errorOf={errorOf} />}
    </InvitationForm>
  );
}
