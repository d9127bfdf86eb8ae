"use client";

import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import styles from "./copy-text.module.css";
import { Icon } from "./icon";

/** A text to take elsewhere: one button, or selected by hand where the browser refuses. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const [outcome, setOutcome] = useState("");

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome("Texte copié.");
    } catch {
      setOutcome("Le navigateur refuse la copie : sélectionnez le texte.");
    }
  };

  return (
    <div className={styles.block}>
      <Textarea label={label} value={text} readOnly autosize minRows={4} maxRows={16} />
      <div className={styles.row}>
        <Button
          variant="default"
          size="compact-md"
          leftSection={<Icon name="copy" size={16} />}
          onClick={() => void copy()}
        >
          Copier le texte
        </Button>
        <span aria-live="polite">{outcome}</span>
      </div>
    </div>
  );
}
