"use client";

import { Button, FileInput, Group, Stack } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { formatCount } from "@/lib/format/format-number";
import { Annex5ProblemTable } from "./annex-5-problem-table";
import { type Annex5Result, sendAnnex5 } from "./send-annex-5";

type UploadAnnex5Props = {
  address: string;
  /** First day of the period, `YYYY-MM-DD`. */
  from: string;
};

/** First what is wrong with the file, then, on a second click, the file becomes the key of the month. */
export function UploadAnnex5({ address, from }: UploadAnnex5Props) {
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [result, setResult] = useState<Annex5Result | null>(null);
  const [isPending, setIsPending] = useState(false);

  async function send(dryRun: boolean) {
    if (!file) return;
    setIsPending(true);
    const answer = await sendAnnex5(address, file, { from, dryRun });
    setResult(answer);
    setIsPending(false);
    if (answer.kind === "stored") router.refresh();
  }

  function check(event: FormEvent) {
    event.preventDefault();
    void send(true);
  }

  return (
    <Stack gap="lg">
      <form onSubmit={check} aria-label="Importer mon fichier">
        <Group align="flex-end">
          <FileInput
            label="Fichier de l’annexe 5 (.txt)"
            placeholder="Choisir un fichier"
            accept=".txt,.csv"
            value={file}
            onChange={(chosen) => {
              setFile(chosen);
              setResult(null); // what was checked is no longer what would be sent
            }}
            required
            miw={280}
          />
          <Button type="submit" loading={isPending} disabled={!file}>
            Vérifier
          </Button>
        </Group>
        <p>
          Une ligne par pas, une colonne par consommateur, en pour cent. Le fichier est vérifié d’abord ; avec une seule
          faute, Enedis appliquerait la clé par défaut à toute la période.
        </p>
      </form>
      {result && <Outcome result={result} isPending={isPending} onStore={() => send(false)} />}
    </Stack>
  );
}

type OutcomeProps = { result: Annex5Result; isPending: boolean; onStore: () => void };

function Outcome({ result, isPending, onStore }: OutcomeProps) {
  if (result.kind === "failed") {
    return (
      <Notice tone="danger" title="L’envoi n’a pas abouti" live>
        {result.message}
      </Notice>
    );
  }
  const { file } = result;
  return (
    <>
      {result.kind === "refused" && (
        <Notice tone="danger" title={`Le fichier est refusé : ${formatCount(file.errorCount, "faute", "fautes")}`} live>
          Rien n’a été enregistré. Corrigez ce qui est signalé ci-dessous, puis déposez-le de nouveau.
        </Notice>
      )}
      {result.kind === "checked" && (
        <Notice
          tone="info"
          title={`Le fichier est bon : ${formatCount(result.file.rowCount, "pas", "pas")}, ${formatCount(result.file.consumerCount, "consommateur", "consommateurs")}`}
          actions={
            <Button onClick={onStore} loading={isPending}>
              En faire la clé du mois
            </Button>
          }
          live
        >
          Rien n’est encore enregistré. Il prendra la place du brouillon, s’il y en a un.
        </Notice>
      )}
      {result.kind === "stored" && (
        <Notice tone="success" title="C’est enregistré : ce fichier est la clé du mois" live />
      )}
      <Annex5ProblemTable problems={file.problems} />
    </>
  );
}
