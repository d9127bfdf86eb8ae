"use client";

import { Button, Stack } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { FileDrop } from "@/components/ui/file-drop";
import { Notice } from "@/components/ui/notice";
import { formatBytes } from "@/lib/format/format-bytes";
import { formatCount } from "@/lib/format/format-number";
import { ReferentialOutcome } from "./referential-outcome";
import { type ReferentialAnswer, sendReferential } from "./send-referential";

type Limits = { readonly requestBytes: number; readonly files: number };
type ImportReferentialProps = { collectivity: string; limits: Limits };

/** First what the text says and what it changes, then, on a second click, the text counts. */
export function ImportReferential({ collectivity, limits }: ImportReferentialProps) {
  const router = useRouter();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [answer, setAnswer] = useState<ReferentialAnswer | null>(null);
  const [isPending, setIsPending] = useState(false);

  async function send(chosen: readonly File[], dryRun: boolean) {
    setFiles(chosen);
    const message = refuse(chosen, limits);
    if (message) {
      setAnswer({ kind: "failed", message });
      return;
    }
    setIsPending(true);
    const received = await sendReferential(collectivity, chosen, dryRun);
    setAnswer(received);
    setIsPending(false);
    if (received.kind === "stored") router.refresh();
  }

  return (
    <Stack gap="md">
      <FileDrop
        label="Fichiers du référentiel à importer"
        invitation="Déposez ici le texte du référentiel en markdown : un fichier, plusieurs, ou une archive .zip, ou cliquez pour choisir."
        isPending={isPending}
        onDrop={(chosen) => void send(chosen, true)}
      >
        L’une ou l’autre génération (2021, ou depuis 2022), une mesure seule ou le programme entier. Jusqu’à{" "}
        {formatBytes(limits.requestBytes)} et {formatCount(limits.files, "fichier", "fichiers")} par envoi. Vous verrez
        ce qui change avant de l’enregistrer : en entier, ou pas du tout.
      </FileDrop>
      {answer?.kind === "failed" && (
        <Notice tone="danger" title="L’envoi n’a pas abouti" live>
          {answer.message}
        </Notice>
      )}
      {answer && answer.kind !== "failed" && (
        <ReferentialOutcome
          kind={answer.kind}
          result={answer.result}
          confirm={
            <Button onClick={() => void send(files, false)} loading={isPending}>
              Mettre ce texte en vigueur
            </Button>
          }
        />
      )}
    </Stack>
  );
}

function refuse(files: readonly File[], { requestBytes, files: maxFiles }: Limits): string | null {
  const totalBytes = files.reduce((sum, { size }) => sum + size, 0);
  if (files.length > maxFiles) {
    return `${formatCount(files.length, "fichier", "fichiers")} d’un coup : la limite est de ${maxFiles}. Rassemblez-les dans une archive .zip.`;
  }
  if (totalBytes <= requestBytes) return null;
  return `L’envoi pèse ${formatBytes(totalBytes)} : la limite est de ${formatBytes(requestBytes)}. Le programme entier en fait 3 Mo : retirez les images et les autres fichiers.`;
}
