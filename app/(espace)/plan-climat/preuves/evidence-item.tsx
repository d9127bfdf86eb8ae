"use client";

import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState, useTransition } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";
import { copyEvidenceAction, purgeEvidenceAction, removeEvidenceAction, renameEvidenceAction } from "./actions";
import styles from "./evidence.module.css";

export type EvidenceItemProps = {
  collectivity: string;
  id: string;
  title: string;
  /** Where it opens, or is downloaded from. */
  href: string;
  isDocument: boolean;
  /** « 12/03/2026 · PDF · 1,2 Mo · jointe le 22/11/2026 par … » */
  facts: string;
  day: string;
  note: string;
  mayWrite: boolean;
  mayPurge: boolean;
  /** The action it proves. */
  nodeId: string;
  /** Every action, one list for all proofs: it is sent once. */
  actions: readonly { readonly value: string; readonly label: string }[];
};

/** One proof: opened, renamed, joined to another action, taken away. */
export function EvidenceItem(props: EvidenceItemProps) {
  const { title, href, isDocument, facts, note, mayWrite } = props;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li className={styles.item}>
      <p className={styles.title}>
        {isDocument ? (
          <a href={href} download>
            {title}
          </a>
        ) : (
          <a href={href} target="_blank" rel="noopener noreferrer">
            {title}
          </a>
        )}
      </p>
      <p className={styles.facts}>{facts}</p>
      {note !== "" && <p className={styles.note}>{note}</p>}
      {mayWrite && (
        <Button
          variant="default"
          size="xs"
          onClick={() => setIsOpen(!isOpen)}
          aria-expanded={isOpen}
          aria-label={`Modifier ou retirer : ${title}`}
        >
          {isOpen ? "Fermer" : "Modifier ou retirer…"}
        </Button>
      )}
      {mayWrite && isOpen && <EvidenceEditor {...props} />}
    </li>
  );
}

function EvidenceEditor({
  collectivity,
  id,
  title,
  day,
  note,
  isDocument,
  mayPurge,
  nodeId,
  actions,
}: EvidenceItemProps) {
  const [fields, setFields] = useState({ title, day, note, node: "" });
  const [state, setState] = useState<ActionState>({ status: "idle" });
  const [isPending, startTransition] = useTransition();
  const named = { collectivity, evidence: id };
  const errors = state.status === "failed" ? state.fieldErrors : {};
  const run = (act: () => Promise<ActionState>) => startTransition(async () => setState(await act()));
  const change = (name: keyof typeof fields) => (event: { readonly currentTarget: { readonly value: string } }) => {
    const { value } = event.currentTarget;
    setFields((known) => ({ ...known, [name]: value }));
  };
  const { node, ...words } = fields;
  const others = actions.filter(({ value }) => value !== nodeId);

  function rename(event: FormEvent) {
    event.preventDefault();
    run(() => renameEvidenceAction({ ...named, ...words }));
  }

  return (
    <Stack gap="md" mt="md">
      <form onSubmit={rename} aria-label={`Modifier : ${title}`} noValidate>
        <Stack gap="sm">
          <TextInput label="Titre" value={fields.title} onChange={change("title")} error={errors.title?.[0]} required />
          <TextInput type="date" label="Date" value={fields.day} onChange={change("day")} error={errors.day?.[0]} />
          <Textarea label="Note" value={fields.note} onChange={change("note")} error={errors.note?.[0]} autosize />
          <Group>
            <Button type="submit" size="xs" loading={isPending}>
              Enregistrer
            </Button>
          </Group>
        </Stack>
      </form>
      <Group align="flex-end">
        <NativeSelect
          label="Joindre aussi à une autre action"
          data={[{ value: "", label: "Choisir une action" }, ...others]}
          value={node}
          onChange={change("node")}
          error={errors.node?.[0]}
          maw="100%"
        />
        <Button
          variant="default"
          size="xs"
          onClick={() => run(() => copyEvidenceAction({ ...named, node }))}
          loading={isPending}
        >
          Joindre aussi
        </Button>
      </Group>
      <Notice tone="warning" title="Retirer cette preuve">
        <p>Elle ne prouvera plus cette action. L’historique et les instantanés déjà pris la gardent.</p>
        <Group mt="xs">
          <Button color="red" size="xs" onClick={() => run(() => removeEvidenceAction(named))} loading={isPending}>
            Retirer
          </Button>
          {isDocument && mayPurge && (
            <Button
              color="red"
              variant="outline"
              size="xs"
              onClick={() => run(() => purgeEvidenceAction(named))}
              loading={isPending}
            >
              Retirer partout et effacer le contenu pour toujours
            </Button>
          )}
        </Group>
      </Notice>
      {state.status === "done" && state.message && <Notice tone="success" title={state.message} live />}
      {state.status === "failed" && (
        <Notice tone="danger" title="Rien n’a changé" live>
          {state.message}
        </Notice>
      )}
    </Stack>
  );
}
