"use client";

import { Checkbox, NativeSelect } from "@mantine/core";
import { InvitationAnswer } from "@/components/access/invitation-answer";
import { PersonFields } from "@/components/access/person-fields";
import { RegistryForm } from "@/components/registry/registry-form";
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
    <RegistryForm
      label="Inviter dans l’opération"
      submit="Inviter"
      action={inviteToOperationAction}
      hidden={{ operation }}
      renderDone={(message) => <InvitationAnswer message={message} />}
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
