"use client";

import { Button, FileInput, Group } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";

export type FileFormProps = {
  /** What the form is for. */
  name: string;
  /** Which file, and of which kind. */
  label: string;
  /** Extensions, `.txt,.csv`. */
  accept: string;
  /** On the button. */
  action: string;
  isPending: boolean;
  /** Another file, or none: what was said of the former no longer holds. */
  onChoose: (file: File | null) => void;
  onSend: (file: File) => void;
  /** Under the field. */
  children?: ReactNode;
};

/** One file to choose and a button to send it. */
export function FileForm({ name, label, accept, action, isPending, onChoose, onSend, children }: FileFormProps) {
  const [file, setFile] = useState<File | null>(null);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (file) onSend(file);
  }

  return (
    <form onSubmit={submit} aria-label={name}>
      <Group align="flex-end">
        <FileInput
          label={label}
          placeholder="Choisir un fichier"
          accept={accept}
          value={file}
          onChange={(chosen) => {
            setFile(chosen);
            onChoose(chosen);
          }}
          required
          miw={280}
        />
        <Button type="submit" loading={isPending} disabled={!file}>
          {action}
        </Button>
      </Group>
      {children}
    </form>
  );
}
