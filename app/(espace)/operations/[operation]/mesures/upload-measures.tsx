"use client";

import "@mantine/dropzone/styles.layer.css";

import { Dropzone } from "@mantine/dropzone";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ImportReportView } from "@/components/measures/import-report-view";
import { Notice } from "@/components/ui/notice";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { ImportReport } from "@/lib/domain/measures/import-report";
import { formatBytes } from "@/lib/format/format-bytes";
import { sendFiles, type UploadAnswer } from "./send-files";
import styles from "./upload-measures.module.css";

type UploadState =
  | { readonly status: "idle" }
  | { readonly status: "sending"; readonly sentBytes: number; readonly totalBytes: number }
  | { readonly status: "finished"; readonly report: ImportReport; readonly isRefused: boolean }
  | { readonly status: "failed"; readonly message: string };

type UploadMeasuresProps = { address: string; maxRequestBytes: number; maxFiles: number };

/** Drag, drop or choose curve files; what was understood is shown at once, or the import's own page when it is long. */
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
    show(answer);
  }

  function show(answer: UploadAnswer) {
    if (answer.kind === "queued") {
      router.push(`/operations/${address}/mesures/imports/${answer.importId}`);
      return;
    }
    if (answer.kind === "report") {
      setState({ status: "finished", report: answer.report, isRefused: answer.isRefused });
      router.refresh();
    } else setState({ status: "failed", message: answer.message });
  }

  const isSending = state.status === "sending";
  return (
    <div className={styles.upload}>
      <Dropzone
        onDrop={upload}
        loading={isSending}
        multiple
        inputProps={{ "aria-label": "Fichiers de courbes à importer" }}
        className={styles.zone}
      >
        <p className={styles.invitation}>
          Déposez ici les fichiers …_CDC.csv, ou une archive .zip, ou cliquez pour choisir.
        </p>
        <p className={styles.limits}>
          Jusqu’à {formatBytes(maxRequestBytes)} par envoi. Tout est vérifié avant d’être enregistré : un envoi est
          accepté en entier, ou pas du tout.
        </p>
      </Dropzone>
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
      {state.status === "finished" && <ImportReportView report={state.report} isRefused={state.isRefused} />}
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
