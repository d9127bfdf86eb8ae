"use client";

import { InvitationForm } from "@/components/access/invitation-form";
import { PersonFields } from "@/components/access/person-fields";
import { inviteInstanceAdministratorAction } from "./actions";

/** One more administrator of the installation, so that none of them is the only one who can help. */
export function InviteAdministratorForm({ isMailOn }: { isMailOn: boolean }) {
  return (
    <InvitationForm
      label="Inviter un administrateur de l’installation"
      submit="Inviter comme administrateur de l’installation"
      action={inviteInstanceAdministratorAction}
      hidden={{}}
      isMailOn={isMailOn}
    >
      {(errorOf) => <PersonFields errorOf={errorOf} />}
    </InvitationForm>
  );
}
