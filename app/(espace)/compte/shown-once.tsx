"use client";

import { Button, Code, CopyButton } from "@mantine/core";
import { Notice } from "@/components/ui/notice";

/** A secret that is shown for the only time. */
export function ShownOnce({ title, secret, copyLabel }: { title: string; secret: string; copyLabel: string }) {
  return (
    <Notice tone="success" title={title} live>
      <Code block>{secret}</Code>
      <CopyButton value={secret}>
        {({ copied, copy }) => (
          <Button variant="default" size="xs" mt="xs" onClick={copy}>
            {copied ? "Copiée" : copyLabel}
          </Button>
        )}
      </CopyButton>
    </Notice>
  );
}
