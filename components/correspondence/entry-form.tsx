"use client";

import { Button, FileInput, Group, Stack } from "@mantine/core";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { type EntryField, EntryFieldInput } from "./entry-field";
import { type PostResult, postEntry } from "./post-entry";

export type EntryFormProps = {
  /** What the form is for. */
  label: string;
  submit: string;
  /** Where entries are posted, as JSON. */
  address: string;
  fields: readonly EntryField[];
  /** Sent as they are. */
  fixed?: Readonly<Record<string, string | boolean>>;
  /** A paper may go with it: what it is, and where it is posted; `{id}` stands for what was recorded. */
  document?: { readonly label: string; readonly address: string };
  /** Where to go once it is recorded, `{id}` again; without it the page is read anew. */
  next?: string;
  /** Said once it is recorded. */
  done?: string;
};

const ACCEPTED = ".pdf,.png,.jpg,.jpeg";

/** A form that records one entry through the API: it keeps what was typed, and goes to the first wrong field. */
export function EntryForm({ label, submit, address, fields, fixed = {}, document, next, done }: EntryFormProps) {
  const router = useRouter();
  const [values, setValues] = useState(() => initialValues(fields));
  const [file, setFile] = useState<File | null>(null);
  const [result, setResult] = useState<PostResult | null>(null);
  const [isPending, setIsPending] = useState(false);
  const errors = result?.kind === "failed" ? result.fieldErrors : {};
  const shown = fields.filter(({ onlyWhen }) => !onlyWhen || onlyWhen.values.includes(values[onlyWhen.field] ?? ""));

  async function send(form: HTMLFormElement) {
    setIsPending(true);
    const body = { ...fixed, ...bodyOf(shown, values) };
    const answer = await postEntry(address, body, file, (id) => document?.address.replace("{id}", id) ?? address);
    setIsPending(false);
    setResult(answer);
    if (answer.kind === "failed") {
      focusFirst(form, shown, answer.fieldErrors);
      return;
    }
    if (next) {
      router.push(next.replace("{id}", answer.id) as Route);
      return;
    }
    setValues(initialValues(fields));
    setFile(null);
    router.refresh();
  }

  function submitForm(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void send(event.currentTarget);
  }

  return (
    <form onSubmit={submitForm} aria-label={label} noValidate>
      <Stack gap="md">
        {shown.map((field) => (
          <EntryFieldInput
            key={field.name}
            field={field}
            value={values[field.name] ?? ""}
            error={errors[field.name]}
            onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
          />
        ))}
        {document && (
          <FileInput
            label={document.label}
            description="PDF, PNG ou JPEG, 10 Mo au plus ; il peut être joint plus tard"
            placeholder="Choisir un fichier"
            accept={ACCEPTED}
            value={file}
            onChange={setFile}
            clearable
            maw={520}
          />
        )}
        <Group>
          <Button type="submit" loading={isPending}>
            {submit}
          </Button>
        </Group>
        <Outcome result={result} done={done} />
      </Stack>
    </form>
  );
}

function Outcome({ result, done }: { result: PostResult | null; done: string | undefined }) {
  if (result === null) return null;
  if (result.kind === "done") return <Notice tone="success" title={done ?? "C’est enregistré"} live />;
  if (result.kind === "unjoined") {
    return (
      <Notice tone="warning" title="C’est enregistré, mais le document n’est pas joint" live>
        {result.message}
      </Notice>
    );
  }
  return (
    <Notice tone="danger" title="Rien n’est enregistré" live>
      {result.message}
    </Notice>
  );
}

const initialValues = (fields: readonly EntryField[]): Readonly<Record<string, string>> =>
  Object.fromEntries(fields.map(({ name, initial = "" }) => [name, initial]));

/** What is left empty is not sent. */
function bodyOf(
  fields: readonly EntryField[],
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, string | boolean>> {
  return Object.fromEntries(
    fields.flatMap(({ name, kind }): [string, string | boolean][] => {
      const value = values[name] ?? "";
      if (kind === "box") return [[name, value === "true"]];
      return value === "" ? [] : [[name, value]];
    }),
  );
}

function focusFirst(
  form: HTMLFormElement,
  fields: readonly EntryField[],
  errors: Readonly<Record<string, string>>,
): void {
  const wrong = fields.find(({ name }) => name in errors);
  const input = wrong && form.elements.namedItem(wrong.name);
  if (input instanceof HTMLElement) input.focus();
}
