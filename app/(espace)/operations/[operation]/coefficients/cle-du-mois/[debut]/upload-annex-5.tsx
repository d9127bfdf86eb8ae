"use client";

import { Button, Stack } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { FileForm } from "@/components/ui/file-form";
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

  return (
    <Stack gap="lg">
      <FileForm
        name="Importer mon fichier"
        label="Fichier de l’annexe 5 (.txt)"
        accept=".txt,.csv"
        action="Vérifier"
        isPending={isPending}
        onChoose={(chosen) => {
          setFile(chosen);
          setResult(null); // what was checked is no longer what would be sent
        }}
        onSend={() => void send(true)}
      >
        <p>
          Une ligne par pas, une colonne par consommateur, en pour cent. Le fichier est vérifié d’abord ; avec une seule
          faute, Enedis appliquerait la clé par défaut à toute la période.
        </p>
      </FileForm>
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
