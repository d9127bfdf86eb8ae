"use client";

import { Stack } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { FileForm } from "@/components/ui/file-form";
import { Notice } from "@/components/ui/notice";
import { type ReportResult, sendReportedCoefficients } from "./send-reported-coefficients";

/** Drops the operator's file of the coefficients that it used. */
export function ReportedCoefficientsForm({ address, from }: { address: string; from: string }) {
  const router = useRouter();
  const [result, setResult] = useState<ReportResult | null>(null);
  const [isPending, setIsPending] = useState(false);

  async function send(file: File) {
    setIsPending(true);
    const sent = await sendReportedCoefficients(address, from, file);
    setResult(sent);
    setIsPending(false);
    if (sent.kind === "kept") router.refresh();
  }

  return (
    <Stack gap="sm">
      <FileForm
        name="Coefficients du gestionnaire"
        label="Fichier du gestionnaire (.txt, au format de l’annexe 5)"
        accept=".txt,.csv"
        action="Comparer"
        isPending={isPending}
        onChoose={() => setResult(null)}
        onSend={(file) => void send(file)}
      />
      {result?.kind === "kept" && <Notice tone="success" title="Le fichier est gardé et comparé" live />}
      {result?.kind === "failed" && (
        <Notice tone="danger" title="Le fichier n’est pas gardé" live>
          {result.message}
          {result.problems.length > 0 && (
            <ul>
              {result.problems.map(({ line, code, message }) => (
                <li key={`${line} ${code} ${message}`}>
                  {line === undefined ? "" : `Ligne ${line} : `}
                  {message}
                </li>
              ))}
            </ul>
          )}
        </Notice>
      )}
    </Stack>
  );
}
