"use client";

import { Button, Checkbox, FileInput, Group, Stack } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Notice } from "@/components/ui/notice";

type RequestFormProps = {
  /** Where requests are sent. */
  address: string;
  star: number;
  /** Everything but the file is there. */
  isReady: boolean;
};

const ACCEPTED = ".pdf,.png,.jpg,.jpeg";
const UNREACHABLE = "Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez : rien n’a été enregistré.";

/** Asks for a star, with the scan of the signed request. */
export function RequestForm({ address, star, isReady }: RequestFormProps) {
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [hasContract, setHasContract] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);

  async function send() {
    setIsPending(true);
    const reason = await post(`${address}?star=${star}&contract=${hasContract}`, file);
    setIsPending(false);
    setFailure(reason);
    if (reason === null) router.refresh();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void send();
  }

  return (
    <form onSubmit={submit} aria-label="Demander une étoile">
      <Stack gap="md">
        {star === 1 && (
          <Checkbox
            label="La collectivité a un contrat d’objectif territorial : aucun dossier signé n’est demandé pour la première étoile"
            checked={hasContract}
            onChange={({ currentTarget }) => setHasContract(currentTarget.checked)}
          />
        )}
        <FileInput
          label="Demande signée"
          description="PDF, PNG ou JPEG, 10 Mo au plus"
          placeholder="Choisir un fichier"
          accept={ACCEPTED}
          value={file}
          onChange={setFile}
          clearable
          maw={420}
        />
        <Group>
          <Button type="submit" loading={isPending} disabled={!isReady}>
            {star === 1 ? "Demander la première étoile" : `Demander ${star} étoiles`}
          </Button>
        </Group>
        {!isReady && <p>La demande s’ouvre quand tout ce qui est au-dessus est rempli.</p>}
        {failure !== null && (
          <Notice tone="danger" title="Rien n’est enregistré" live>
            {failure}
          </Notice>
        )}
      </Stack>
    </form>
  );
}

/** Why the request was refused; null when it was taken. */
async function post(address: string, file: File | null): Promise<string | null> {
  const body = new FormData();
  if (file) body.append("file", file, file.name);
  try {
    const response = await fetch(address, { method: "POST", ...(file ? { body } : {}) });
    if (response.ok) return null;
    const { error } = (await response.json()) as { error: { message: string } };
    return error.message;
  } catch {
    return UNREACHABLE;
  }
}
