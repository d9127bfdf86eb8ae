"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { FileDrop } from "@/components/ui/file-drop";
import { Notice } from "@/components/ui/notice";
import { ProgressBar } from "@/components/ui/progress-bar";
import { formatBytes } from "@/lib/format/format-bytes";
import { sendFiles } from "./send-files";
import styles from "./upload-measures.module.css";

type UploadState =
  | { readonly status: "idle" }
  | { readonly status: "sending"; readonly sentBytes: number; readonly totalBytes: number }
  | { readonly status: "failed"; readonly message: string };

type UploadMeasuresProps = { address: string; maxRequestBytes: number; maxFiles: number };

/** Drag, drop or choose files of measures; the import's own page then shows what they would do, before they do it. */
export function UploadMeasures({ address, maxRequestBytes, maxFiles }: UploadMeasuresProps) {
  const router = useRouter();
  const [state, setState] = useState<UploadState>({ status: "idle" });

  async function upload(files: File[]) {
    const totalBytes = files.reduce((sum, { size }) => sum + size, 0);
    if (totalBytes > maxRequestBytes || files.length > maxFiles) {
      setState({ status: "failed", message: tooMuch(files.length, totalBytes, { maxRequestBytes, maxFiles }) });
      return;
    }
    setState({ status: "sending", sentBytes: 0, totalBytes });
    const answer = await sendFiles(address, files, (sentBytes) =>
      setState({ status: "sending", sentBytes, totalBytes }),
    );
    if (answer.kind === "received") router.push(`/operations/${address}/mesures/imports/${answer.importId}`);
    else setState({ status: "failed", message: answer.message });
  }

  const isSending = state.status === "sending";
  return (
    <div className={styles.upload}>
      <FileDrop
        label="Fichiers de mesures à importer"
        invitation="Déposez ici les fichiers d’Enedis, mélangés s’il le faut, ou une archive .zip, ou cliquez pour choisir."
        isPending={isSending}
        onDrop={(files) => void upload(files)}
      >
        Courbes de charge, énergies, détail d’un producteur, classeur de synthèse, historique SGE, R63, énergies
        définitives en JSON. Jusqu’à {formatBytes(maxRequestBytes)} par envoi. Vous verrez ce qui change avant de
        l’enregistrer : en entier, ou pas du tout.
      </FileDrop>
      {state.status === "sending" && (
        <ProgressBar
          label="Envoi et lecture des fichiers"
          done={Math.round(state.sentBytes / 1000)}
          total={Math.max(1, Math.round(state.totalBytes / 1000))}
          counted={["ko", "ko"]}
        />
      )}
      {state.status === "failed" && (
        <Notice tone="danger" title="L’envoi n’a pas abouti" live>
          {state.message}
        </Notice>
      )}
    </div>
  );
}

function tooMuch(
  count: number,
  totalBytes: number,
  { maxRequestBytes, maxFiles }: { maxRequestBytes: number; maxFiles: number },
): string {
  if (count > maxFiles) {
    return `${count} fichiers d’un coup : la limite est de ${maxFiles}. Rassemblez-les dans une archive .zip.`;
  }
  return `L’envoi pèse ${formatBytes(totalBytes)} : la limite est de ${formatBytes(maxRequestBytes)}. Compressez les fichiers en .zip, ou envoyez-les en plusieurs fois.`;
}
