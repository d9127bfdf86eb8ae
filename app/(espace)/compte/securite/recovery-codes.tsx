"use client";

import { Button, Code, CopyButton, Group } from "@mantine/core";
import { useEffect, useRef } from "react";
import { downloadFile } from "@/components/ui/download-file";
import { Notice } from "@/components/ui/notice";
import { PrintButton } from "@/components/ui/print-button";

/** Ten codes, shown for the only time. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const text = codes.join("\n");
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => shown.current?.focus(), []); // the form that was sent is gone
  return (
    <div ref={shown} tabIndex={-1}>
      <Notice
        tone="success"
        title="Gardez ces codes de secours maintenant : ils ne seront plus montrés"
        live
        actions={
          <Group gap="xs">
            <CopyButton value={text}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {copied ? "Copiés" : "Copier"}
                </Button>
              )}
            </CopyButton>
            <Button
              variant="default"
              onClick={() =>
                downloadFile(
                  "prorata-codes-de-secours.txt",
                  new Blob([`Prorata : codes de secours\r\n\r\n${codes.join("\r\n")}\r\n`], {
                    type: "text/plain;charset=utf-8",
                  }),
                )
              }
            >
              Télécharger
            </Button>
            <PrintButton />
            <Button onClick={onKept}>Je les ai gardés</Button>
          </Group>
        }
      >
        <p>
          Sans votre téléphone, l’un d’eux ouvre la session, une seule fois. Gardez-les ailleurs que dans ce téléphone
          et ailleurs que près du mot de passe.
        </p>
        <Code block aria-label="Codes de secours">
          {text}
        </Code>
      </Notice>
    </div>
  );
}
