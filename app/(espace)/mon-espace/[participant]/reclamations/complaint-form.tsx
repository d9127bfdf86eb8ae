"use client";

import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { writeOwnComplaintAction } from "@/app/(espace)/mon-espace/[participant]/actions";
import { RegistryForm } from "@/components/registry/registry-form";

/** What a participant writes to the organiser. */
export function OwnComplaintForm({ participant }: { participant: string }) {
  return (
    <RegistryForm
      label="Écrire à l’organisateur"
      submit="Envoyer"
      action={writeOwnComplaintAction}
      hidden={{ participant }}
      isEmptiedWhenDone
    >
      {(errorOf) => (
        <>
          <NativeSelect
            name="kind"
            label="De quoi s’agit-il ?"
            data={[
              { value: "complaint", label: "Une réclamation" },
              { value: "data_request", label: "Une demande sur mes données" },
            ]}
            error={errorOf("kind")}
            maw={640}
          />
          <TextInput name="subject" label="Objet" error={errorOf("subject")} maxLength={200} maw={640} required />
          <Textarea
            name="text"
            label="Ce que vous avez à dire"
            error={errorOf("text")}
            minRows={5}
            autosize
            maw={640}
            required
          />
        </>
      )}
    </RegistryForm>
  );
}
