"use client";

import { Button, FileInput, Group, Stack } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { ConsentBoxes } from "@/components/consents/consent-boxes";
import { ConsentOutcome } from "@/components/consents/consent-outcome";
import { useConsentSending } from "@/components/consents/use-consent-sending";

const BOXES = {
  participation: "Je participe à l’opération",
  curveCollection: "Enedis relève ma courbe de charge",
  organiserTransmission: "Enedis transmet ma courbe et mes parts à l’organisateur",
  supplierTransmission: "Enedis transmet ma courbe et mon complément à mon fournisseur",
};

/** Sends the signed form back, with what is ticked on it. */
export function HandInForm({ address }: { address: string }) {
  const [isFileMissing, setIsFileMissing] = useState(false);
  const { file, setFile, result, errors, isPending, send } = useConsentSending();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    setIsFileMissing(file === null);
    if (file === null) {
      form.querySelector<HTMLElement>("[data-file-field]")?.focus();
      return;
    }
    const given = new FormData(form);
    const ticked = Object.keys(BOXES).filter((name) => given.has(name));
    void send(form, `${address}?${new URLSearchParams(ticked.map((name) => [name, "true"]))}`);
  }

  return (
    <form onSubmit={submit} aria-label="Envoyer le formulaire signé" noValidate>
      <Stack gap="md">
        <ConsentBoxes legend="Ce que vous avez coché sur le formulaire" labels={BOXES} errors={errors} />
        <FileInput
          data-file-field
          label="Formulaire signé"
          description="Un PDF ou une photo (JPEG, PNG) où tout se lit, 10 Mo au plus"
          placeholder="Choisir un fichier"
          accept="application/pdf,image/png,image/jpeg"
          value={file}
          onChange={setFile}
          error={isFileMissing && file === null ? "Choisissez le formulaire signé." : undefined}
          clearable
          maw={640}
        />
        <Group>
          <Button type="submit" loading={isPending}>
            Envoyer le formulaire signé
          </Button>
        </Group>
        <ConsentOutcome result={result} title="C’est enregistré : votre accord vaut à partir d’aujourd’hui">
          L’organisateur voit que vous l’avez remis en ligne, et conserve le document.
        </ConsentOutcome>
      </Stack>
    </form>
  );
}
