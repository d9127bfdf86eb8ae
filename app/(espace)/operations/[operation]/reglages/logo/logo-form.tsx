"use client";

import { Button, FileInput, Stack, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";
import { sendLogo } from "./send-logo";

const NO_FILE = "Choisissez un fichier";

/** Gives a collectivity its logo; what was typed stays when it is refused. */
export function LogoForm({ collectivity }: { collectivity: string }) {
  const router = useRouter();
  const words = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [altText, setAltText] = useState("");
  const [state, setState] = useState<ActionState>({ status: "idle" });
  const [isPending, setIsPending] = useState(false);
  const errors = state.status === "failed" ? state.fieldErrors : {};

  async function submit(event: FormEvent) {
    event.preventDefault();
    // The library that checks comes with the first sending; cut off from the server, the sending says so.
    const rule = await import("@/lib/schemas/logo").then(({ logoWordsSchema }) => logoWordsSchema).catch(() => null);
    const refusal = rule?.safeParse({ altText }).error?.issues[0]?.message;
    if (!file || refusal !== undefined) {
      const fieldErrors = {
        ...(file ? {} : { file: [NO_FILE] }),
        ...(refusal === undefined ? {} : { altText: [refusal] }),
      };
      setState({ status: "failed", code: "INVALID_FORM", message: "", fieldErrors });
      if (file) words.current?.focus();
      return;
    }
    setIsPending(true);
    const body = new FormData();
    body.append("file", file, file.name);
    const address = `/api/v1/collectivities/${collectivity}/logo?${new URLSearchParams({ altText: altText.trim() })}`;
    const answer = await sendLogo(address, body, "Le logo est enregistré.");
    setState(answer);
    setIsPending(false);
    if (answer.status === "done") router.refresh();
  }

  return (
    <form onSubmit={(event) => void submit(event)} aria-label="Logo" noValidate>
      <Stack maw={480}>
        <FileInput
          label="Image"
          placeholder="Choisir un fichier"
          accept=".png,.jpg,.jpeg"
          value={file}
          onChange={setFile}
          error={errors.file?.[0]}
          required
        />
        <TextInput
          ref={words}
          label="Ce que l’on voit"
          description="Lu à qui ne voit pas l’image, par exemple « Blason de Saint-Exemple »."
          value={altText}
          onChange={({ currentTarget }) => setAltText(currentTarget.value)}
          error={errors.altText?.[0]}
          maxLength={200}
          required
        />
        <Button type="submit" loading={isPending} style={{ alignSelf: "start" }}>
          Enregistrer le logo
        </Button>
        {state.status === "failed" && state.message !== "" && (
          <Notice tone="danger" title="Le logo n’est pas enregistré" live>
            <p>{state.message}</p>
          </Notice>
        )}
        {state.status === "done" && <Notice tone="success" title={state.message ?? ""} live />}
      </Stack>
    </form>
  );
}
