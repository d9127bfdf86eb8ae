"use client";

import { Button, FileInput, Group, Stack } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { type ReportResult, sendReportedCoefficients } from "./send-reported-coefficients";

/** Drops the operator's file of the coefficients that it used. */
export function ReportedCoefficientsForm({ address, from }: { address: string; from: string }) {
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [result, setResult] = useState<ReportResult | null>(null);
  const [isPending, setIsPending] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!file) return;
    setIsPending(true);
    const sent = await sendReportedCoefficients(address, from, file);
    setResult(sent);
    setIsPending(false);
    if (sent.kind === "kept") router.refresh();
  }

  return (
    <Stack gap="sm">
      <form onSubmit={submit} aria-label="Coefficients du gestionnaire">
        <Group align="flex-end">
          <FileInput
            label="Fichier du gestionnaire (.txt, au format de l’annexe 5)"
            placeholder="Choisir un fichier"
            accept=".txt,.csv"
            value={file}
            onChange={(chosen) => {
              setFile(chosen);
              setResult(null);
            }}
            required
            miw={280}
          />
          <Button type="submit" loading={isPending} disabled={!file}>
            Comparer
          </Button>
        </Group>
      </form>
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
