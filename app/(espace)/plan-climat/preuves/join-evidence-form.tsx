"use client";

import { Button, FileInput, Group, NativeSelect, Radio, Stack, Textarea, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { EVIDENCE_EXTENSIONS, EVIDENCE_FORMATS } from "@/lib/format/evidence-formats";
import type { ActionState } from "@/lib/schemas/action-state";
import { joinLinkAction } from "./actions";
import { sendDocument, UNKNOWN_OUTCOME_CODE } from "./send-document";

type JoinEvidenceFormProps = {
  collectivity: string;
  /** Actions a proof may be joined to, in the order of the referential. */
  actions: readonly { readonly value: string; readonly label: string }[];
};

const EMPTY = { node: "", title: "", day: "", note: "", url: "" };
const NO_FILE = "Choisissez un fichier";

/** Joins a document or a link to an action. */
export function JoinEvidenceForm({ collectivity, actions }: JoinEvidenceFormProps) {
  const router = useRouter();
  const [kind, setKind] = useState<"document" | "link">("document");
  const [fields, setFields] = useState(EMPTY);
  const [file, setFile] = useState<File | null>(null);
  const [state, setState] = useState<ActionState>({ status: "idle" });
  const [isPending, setIsPending] = useState(false);
  const errors = state.status === "failed" ? state.fieldErrors : {};
  const change = (name: keyof typeof EMPTY) => (event: { readonly currentTarget: { readonly value: string } }) => {
    const { value } = event.currentTarget;
    setFields((known) => ({ ...known, [name]: value }));
  };

  function choose(chosen: File | null) {
    setFile(chosen);
    // The name of a file is a title to begin with.
    const title = chosen?.name.replace(/\.[^.]+$/, "").replaceAll("_", " ") ?? "";
    setFields((known) => (known.title === "" ? { ...known, title } : known));
  }

  async function send(form: HTMLFormElement) {
    const { node, url, ...words } = fields;
    const said = { collectivity, nodes: node === "" ? [] : [node], ...words };
    if (kind === "document" && !file) {
      setState({ status: "failed", code: "NO_FILE", message: NO_FILE, fieldErrors: { file: [NO_FILE] } });
      return;
    }
    setIsPending(true);
    const answer =
      kind === "document" && file ? await sendDocument(said, file) : await joinLinkAction({ ...said, url });
    setIsPending(false);
    setState(answer);
    if (answer.status === "failed") return focusFirst(form, answer.fieldErrors);
    setFields((known) => ({ ...EMPTY, node: known.node }));
    setFile(null);
    router.refresh();
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void send(event.currentTarget);
  }

  return (
    <form onSubmit={submit} aria-label="Joindre une preuve" noValidate>
      <Stack gap="md">
        <Radio.Group
          label="Nature de la preuve"
          value={kind}
          onChange={(value) => setKind(value === "link" ? "link" : "document")}
        >
          <Group mt="xs">
            <Radio value="document" label="Document" />
            <Radio value="link" label="Lien" />
          </Group>
        </Radio.Group>
        <NativeSelect
          name="nodes"
          label="Action prouvée"
          data={[{ value: "", label: "Choisir une action" }, ...actions]}
          value={fields.node}
          onChange={change("node")}
          error={errors.nodes?.[0]}
          required
        />
        {kind === "document" ? (
          <FileInput
            name="file"
            label="Document"
            description={`${EVIDENCE_FORMATS}. Retirez-en d’abord les données personnelles d’habitants.`}
            placeholder="Choisir un fichier"
            accept={EVIDENCE_EXTENSIONS}
            value={file}
            onChange={choose}
            error={errors.file?.[0]}
            clearable
            required
          />
        ) : (
          <TextInput
            name="url"
            type="url"
            label="Adresse"
            description="En https, par exemple https://www.exemple.fr/deliberation.pdf"
            value={fields.url}
            onChange={change("url")}
            error={errors.url?.[0]}
            required
          />
        )}
        <Group align="flex-start" grow preventGrowOverflow={false}>
          <TextInput
            name="title"
            label="Titre"
            value={fields.title}
            onChange={change("title")}
            error={errors.title?.[0]}
            maxLength={200}
            miw={240}
            required
          />
          <TextInput
            name="day"
            type="date"
            label="Date"
            description="Signature, délibération ou publication"
            inputWrapperOrder={["label", "input", "description", "error"]}
            value={fields.day}
            onChange={change("day")}
            error={errors.day?.[0]}
          />
        </Group>
        <Textarea
          name="note"
          label="Note"
          description="Ce qu’elle montre, la page à lire ; ne nommez personne"
          value={fields.note}
          onChange={change("note")}
          error={errors.note?.[0]}
          maxLength={1_000}
          autosize
          minRows={2}
        />
        <Group>
          <Button type="submit" loading={isPending}>
            Joindre
          </Button>
        </Group>
        {state.status === "done" && <Notice tone="success" title={state.message ?? "C’est joint"} live />}
        {state.status === "failed" && (
          <Notice
            tone="danger"
            title={state.code === UNKNOWN_OUTCOME_CODE ? "On ne sait pas si le document est joint" : "Rien n’est joint"}
            live
          >
            {state.message}
          </Notice>
        )}
      </Stack>
    </form>
  );
}

const ORDER = ["nodes", "file", "url", "title", "day", "note"];

function focusFirst(form: HTMLFormElement, errors: Readonly<Record<string, readonly string[] | undefined>>): void {
  const wrong = ORDER.find((name) => errors[name]);
  const field = wrong === undefined ? null : form.elements.namedItem(wrong);
  if (field instanceof HTMLElement) field.focus();
}
