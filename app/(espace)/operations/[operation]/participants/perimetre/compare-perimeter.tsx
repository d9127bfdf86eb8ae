"use client";

import { Stack } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { FileForm } from "@/components/ui/file-form";
import { Notice } from "@/components/ui/notice";
import { formatCount } from "@/lib/format/format-number";
import { PerimeterDifferences } from "./perimeter-differences";
import { PerimeterProblems } from "./perimeter-problems";
import { type PerimeterFileOutcome, type PerimeterFileResult, sendPerimeterFile } from "./send-perimeter-file";

/** Drops the operator's file, shows what differs, and compares again once days have been taken over. */
export function ComparePerimeter({ address, mayWrite }: { address: string; mayWrite: boolean }) {
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [result, setResult] = useState<PerimeterFileResult | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);

  async function compare(chosen: File, message: string | null) {
    setIsPending(true);
    setResult(await sendPerimeterFile(address, chosen));
    setDone(message);
    setIsPending(false);
  }

  return (
    <Stack gap="lg">
      <FileForm
        name="Périmètre d’Enedis"
        label="Fichier de périmètre (.csv)"
        accept=".csv,.txt"
        action="Comparer"
        isPending={isPending}
        onChoose={(chosen) => {
          setFile(chosen);
          setResult(null);
          setDone(null);
        }}
        onSend={(chosen) => void compare(chosen, null)}
      />
      {done && <Notice tone="success" title={done} live />}
      {result && (
        <Outcome
          result={result}
          address={address}
          mayWrite={mayWrite}
          onTaken={(message) => {
            router.refresh();
            if (file) void compare(file, message);
          }}
        />
      )}
    </Stack>
  );
}

type OutcomeProps = {
  result: PerimeterFileResult;
  address: string;
  mayWrite: boolean;
  onTaken: (message: string) => void;
};

function Outcome({ result, address, mayWrite, onTaken }: OutcomeProps) {
  if (result.kind === "failed") {
    return (
      <Notice tone="danger" title="L’envoi n’a pas abouti" live>
        {result.message}
      </Notice>
    );
  }
  if (result.kind === "refused") {
    return (
      <>
        <Notice tone="danger" title="Le fichier n’est pas compris en entier : il n’est pas comparé" live>
          Corrigez les erreurs ci-dessous, ou redemandez le fichier à Enedis.
        </Notice>
        <PerimeterProblems problems={result.file.problems} />
      </>
    );
  }
  const { identicalCount, problems } = result.file;
  const differences = countDifferences(result.file);
  const confirmed = formatCount(identicalCount, "rattachement identique", "rattachements identiques");
  return (
    <>
      {differences === 0 ? (
        <Notice tone="success" title="Le registre et Enedis disent la même chose" live>
          {confirmed}.
        </Notice>
      ) : (
        <Notice tone="warning" title={formatCount(differences, "différence", "différences")} live>
          {confirmed}. Rien n’a été changé.
        </Notice>
      )}
      <PerimeterProblems problems={problems} />
      <PerimeterDifferences
        key={differences}
        file={result.file}
        address={address}
        mayWrite={mayWrite}
        onTaken={onTaken}
      />
    </>
  );
}

function countDifferences({ differing, onlyRegistry, onlyFile, unknown }: PerimeterFileOutcome): number {
  return differing.length + onlyRegistry.length + onlyFile.length + unknown.length;
}
