"use client";

import { Button, Group, Stack } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { KeyValues } from "@/components/ui/key-values";
import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import type { ActionState } from "@/lib/schemas/action-state";
import type { LoadRule } from "@/lib/schemas/load-rule";
import type { SheetSectionName } from "@/lib/schemas/operation-sheet";
import { CheckedFields } from "./checked-fields";
import type { FieldSpec, FieldValues } from "./field-spec";
import { useCheckedForm } from "./use-checked-form";

type SheetSectionProps = {
  operation: string;
  section: SheetSectionName;
  title: string;
  /** What this part is for. */
  intro?: ReactNode;
  /** None: nothing is told yet. */
  items: readonly { readonly label: string; readonly value: ReactNode; readonly help?: ReactNode }[];
  empty?: string;
  fields: readonly FieldSpec[];
  values: FieldValues;
  mayEdit: boolean;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** One part of an operation's sheet: read, and changed in its place. */
export function SheetSection(props: SheetSectionProps) {
  const { title, intro, items, empty = "Pas encore renseigné.", mayEdit } = props;
  const [isEditing, setIsEditing] = useState(false);
  const [message, setMessage] = useState<string>();
  const isClosing = useRef(false);
  const editButton = useRef<HTMLButtonElement>(null);

  // The form that closes takes the cursor with it: it goes back to where it came from.
  useEffect(() => {
    if (isEditing || !isClosing.current) return;
    isClosing.current = false;
    editButton.current?.focus();
  }, [isEditing]);

  function edit() {
    setMessage(undefined);
    setIsEditing(true);
  }

  function close(done?: string) {
    isClosing.current = true;
    setMessage(done);
    setIsEditing(false);
  }

  return (
    <PageSection
      title={title}
      actions={
        mayEdit &&
        !isEditing && (
          <Button ref={editButton} variant="default" size="xs" onClick={edit} aria-label={`Modifier : ${title}`}>
            Modifier
          </Button>
        )
      }
    >
      {intro && <p>{intro}</p>}
      {isEditing && <SectionForm {...props} onDone={close} onCancel={() => close()} />}
      {!isEditing && (items.length > 0 ? <KeyValues items={items} /> : <p>{empty}</p>)}
      {message && <Notice tone="success" title={message} live />}
    </PageSection>
  );
}

const ruleOf =
  (section: SheetSectionName): LoadRule =>
  async () =>
    (await import("@/lib/schemas/operation-sheet")).SHEET_SECTIONS[section];

type SectionFormProps = SheetSectionProps & { onDone: (message: string | undefined) => void; onCancel: () => void };

function SectionForm({ operation, section, title, fields, values, action, onDone, onCancel }: SectionFormProps) {
  const checked = useCheckedForm({ loadRule: ruleOf(section), initial: values, action, onDone });
  const { state, form } = checked;

  useEffect(() => form.current?.querySelector<HTMLElement>("input:not([type=hidden]), select")?.focus(), [form]);

  return (
    <form
      ref={form}
      action={checked.formAction}
      onSubmit={checked.onSubmit}
      aria-label={`Modifier : ${title}`}
      noValidate
    >
      <input type="hidden" name="operation" value={operation} />
      <input type="hidden" name="section" value={section} />
      <Stack gap="md">
        <CheckedFields
          fields={fields}
          values={checked.values}
          reasons={checked.reasons}
          onChange={checked.change}
          onLeave={checked.check}
        />
        <Group>
          <Button type="submit" loading={checked.isPending}>
            Enregistrer
          </Button>
          <Button variant="default" onClick={onCancel}>
            Annuler
          </Button>
        </Group>
        {state.status === "failed" && (
          <Notice tone="danger" title="Rien n’est enregistré" live>
            {state.message}
          </Notice>
        )}
      </Stack>
    </form>
  );
}
