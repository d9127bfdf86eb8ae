"use client";

import { Button, Checkbox, Fieldset, FileInput, Group, Stack } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { type SendResult, sendConsent } from "@/components/consents/send-consent";
import { Notice } from "@/components/ui/notice";

const BOXES = [
  ["participation", "Je participe à l’opération"],
  ["curveCollection", "Enedis relève ma courbe de charge"],
  ["organiserTransmission", "Enedis transmet ma courbe et mes parts à l’organisateur"],
  ["supplierTransmission", "Enedis transmet ma courbe et mon complément à mon fournisseur"],
] as const;

/** Sends the signed form back, with what is ticked on it. */
export function HandInForm({ address }: { address: string }) {
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [isFileMissing, setIsFileMissing] = useState(false);
  const [result, setResult] = useState<SendResult | null>(null);
  const [isPending, setIsPending] = useState(false);
  const errors = result?.kind === "failed" ? result.fieldErrors : {};

  async function send(form: HTMLFormElement) {
    setIsFileMissing(file === null);
    if (file === null) {
      form.querySelector<HTMLElement>("[data-file-field]")?.focus();
      return;
    }
    setIsPending(true);
    const ticked = BOXES.filter(([name]) => new FormData(form).has(name)).map(([name]) => [name, "true"]);
    const answer = await sendConsent(`${address}?${new URLSearchParams(ticked)}`, file);
    setIsPending(false);
    setResult(answer);
    if (answer.kind === "done") {
      form.reset();
      setFile(null);
      router.refresh();
      return;
    }
    const field = form.elements.namedItem(Object.keys(answer.fieldErrors)[0] ?? "");
    if (field instanceof HTMLElement) field.focus();
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void send(event.currentTarget);
  }

  return (
    <form onSubmit={submit} aria-label="Envoyer le formulaire signé" noValidate>
      <Stack gap="md">
        <Fieldset legend="Ce que vous avez coché sur le formulaire">
          <Stack gap="sm">
            {BOXES.map(([name, label]) => (
              <Checkbox key={name} name={name} value="true" label={label} error={errors[name]} />
            ))}
          </Stack>
        </Fieldset>
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
        {result?.kind === "done" && (
          <Notice tone="success" title="C’est enregistré : votre accord vaut à partir d’aujourd’hui" live>
            L’organisateur voit que vous l’avez remis en ligne, et conserve le document.
          </Notice>
        )}
        {result?.kind === "failed" && (
          <Notice tone="danger" title="Rien n’est enregistré" live>
            {result.message}
          </Notice>
        )}
      </Stack>
    </form>
  );
}
