"use client";

import { Button, FileInput, Group, Stack, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Annex2View } from "@/components/registry/annex-2-view";
import { Notice } from "@/components/ui/notice";
import { formatDay } from "@/lib/format/format-date";
import { type Annex2Result, sendAnnex2 } from "./send-annex-2";

type UploadAnnex2Props = { address: string; minEffectDate: string };

/** First what the workbook would change, then, on a second click, the change itself. */
export function UploadAnnex2({ address, minEffectDate }: UploadAnnex2Props) {
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [effectDate, setEffectDate] = useState("");
  const [result, setResult] = useState<Annex2Result | null>(null);
  const [isPending, setIsPending] = useState(false);

  async function send(dryRun: boolean) {
    if (!file) return;
    setIsPending(true);
    const answer = await sendAnnex2(address, file, { effectDate, dryRun });
    setResult(answer);
    setIsPending(false);
    if (answer.kind === "applied") router.refresh();
  }

  function check(event: FormEvent) {
    event.preventDefault();
    void send(true);
  }

  // What was checked is no longer what would be sent.
  function change(apply: () => void) {
    apply();
    setResult(null);
  }

  return (
    <Stack gap="lg">
      <form onSubmit={check} aria-label="Annexe 2">
        <Group align="flex-end">
          <FileInput
            label="Classeur (.xlsx)"
            placeholder="Choisir un fichier"
            accept=".xlsx,.xlsm"
            value={file}
            onChange={(chosen) => change(() => setFile(chosen))}
            required
            miw={280}
          />
          <TextInput
            type="date"
            label="Date d’effet"
            min={minEffectDate}
            value={effectDate}
            onChange={({ currentTarget: { value } }) => change(() => setEffectDate(value))}
            required
          />
          <Button type="submit" loading={isPending} disabled={!file}>
            Vérifier
          </Button>
        </Group>
        <p>
          La date d’effet est le premier jour du nouveau périmètre ; la convention demande de prévenir 15 jours ouvrés
          avant (art. 3.2.1).
        </p>
      </form>
      {result && <Outcome result={result} effectDate={effectDate} isPending={isPending} onApply={() => send(false)} />}
    </Stack>
  );
}

type OutcomeProps = { result: Annex2Result; effectDate: string; isPending: boolean; onApply: () => void };

function Outcome({ result, effectDate, isPending, onApply }: OutcomeProps) {
  if (result.kind === "failed") {
    return (
      <Notice tone="danger" title="L’envoi n’a pas abouti" live>
        {result.message}
      </Notice>
    );
  }
  const day = formatDay(effectDate);
  return (
    <>
      {result.kind === "refused" && (
        <Notice tone="danger" title="Le classeur est refusé : rien n’a été enregistré" live>
          Corrigez les erreurs ci-dessous, puis déposez-le de nouveau.
        </Notice>
      )}
      {result.kind === "applied" && (
        <Notice tone="success" title={`C’est enregistré : le nouveau périmètre vaut à partir du ${day}`} live />
      )}
      {result.kind === "unchanged" && <Notice title="Le registre dit déjà la même chose : rien à changer" live />}
      {result.kind === "checked" && (
        <Notice
          tone="info"
          title={`Voici ce qui changerait à partir du ${day}`}
          actions={
            <Button onClick={onApply} loading={isPending}>
              Enregistrer ces changements
            </Button>
          }
          live
        >
          Rien n’est encore enregistré.
        </Notice>
      )}
      <Annex2View annex2={result.annex2} />
    </>
  );
}
