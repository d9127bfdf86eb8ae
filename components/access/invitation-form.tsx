"use client";

import { Checkbox } from "@mantine/core";
import type { ReactNode } from "react";
import { InvitationAnswer } from "@/components/access/invitation-answer";
import { type ErrorOf, type RegistryAction, RegistryForm } from "@/components/registry/registry-form";

type InvitationFormProps = {
  label: string;
  submit: string;
  action: RegistryAction;
  /** Sent as they are. */
  hidden: Readonly<Record<string, string>>;
  /** Else every link is handed over. */
  isMailOn: boolean;
  /** Who is invited, and as what. */
  children: (errorOf: ErrorOf) => ReactNode;
};

/** Somebody who is asked to come: nothing is opened before he accepts. */
export function InvitationForm({ isMailOn, children, ...form }: InvitationFormProps) {
  return (
    <RegistryForm {...form} renderDone={(message) => <InvitationAnswer message={message} />}>
      {(errorOf) => (
        <>
          {children(errorOf)}
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
