"use client";

import { Checkbox, Textarea } from "@mantine/core";
import { RegistryForm } from "@/components/registry/registry-form";
import { closePublicationAction, openPublicationAction } from "./actions";

type OpenPublicationFormProps = {
  operation: string;
  isOn: boolean;
  sentence: string | null;
  isIndexed: boolean;
};

/** Opens the public page, or changes what it says. */
export function OpenPublicationForm({ operation, isOn, sentence, isIndexed }: OpenPublicationFormProps) {
  return (
    <RegistryForm
      label="Page publique"
      submit={isOn ? "Enregistrer" : "Ouvrir la page publique"}
      action={openPublicationAction}
      hidden={{ operation }}
    >
      {(errorOf) => (
        <>
          <Textarea
            name="sentence"
            label="Votre phrase"
            description="Facultative, en haut de la page, sans mise en forme. N’y nommez personne."
            defaultValue={sentence ?? ""}
            maxLength={500}
            rows={3}
            error={errorOf("sentence")}
          />
          <Checkbox
            name="isIndexed"
            value="1"
            defaultChecked={isIndexed}
            label="Les moteurs de recherche peuvent la proposer"
          />
        </>
      )}
    </RegistryForm>
  );
}

/** Closes the public page at once. */
export function ClosePublicationForm({ operation }: { operation: string }) {
  return (
    <RegistryForm
      label="Fermer la page publique"
      submit="Fermer la page publique"
      action={closePublicationAction}
      hidden={{ operation }}
      isDestructive
    />
  );
}
