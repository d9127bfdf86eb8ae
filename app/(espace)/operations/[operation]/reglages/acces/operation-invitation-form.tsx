"use client";

import { NativeSelect } from "@mantine/core";
import { InvitationForm } from "@/components/access/invitation-form";
import { PersonFields } from "@/components/access/person-fields";
import { inviteToOperationAction } from "./actions";
import { OPERATION_ROLES } from "./operation-roles";

type OperationInvitationFormProps = {
  operation: string;
  /** Else every link is handed over. */
  isMailOn: boolean;
};

/** Somebody new, in this operation only: nothing is opened before he accepts. */
export function OperationInvitationForm({ operation, isMailOn }: OperationInvitationFormProps) {
  return (
    <InvitationForm
      label="Inviter dans l’opération"
      submit="Inviter"
      action={inviteToOperationAction}
      hidden={{ operation }}
      isMailOn={isMailOn}
    >
      {(errorOf) => (
        <>
          <PersonFields errorOf={errorOf} />
          <NativeSelect
            name="role"
            label="Rôle dans cette opération"
            data={[...OPERATION_ROLES]}
            error={errorOf("role")}
            maw={640}
          />
        </>
      )}
    </InvitationForm>
  );
}
