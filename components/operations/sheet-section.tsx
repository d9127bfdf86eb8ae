"use client";

import { Button, Group, Stack } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { KeyValues } from "@/components/ui/key-values";
import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import type { ActionState } from "@/lib/schemas/action-state";
import { SHEET_SECTIONS, type SheetSectionName } from "@/lib/schemas/operation-sheet";
import { CheckedFields } from "./checked-fields";
import type { FieldSpec, FieldValues } from "./field-spec";
import { useCheckedForm } from "./use-checked-form";

type SheetSectionProps = {
  operation: string;
  section: SheetSectionName;
  title: string;
  /** What this part is for. */
  intro?: ReactNode;
  items: readonly { readonly label: string; readonly value: ReactNode; readonly help?: ReactNode }[];
  fields: readonly FieldSpec[];
  values: FieldValues;
  mayEdit: boolean;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** One part of an operation's sheet: read, and changed in its place. */
export function SheetSection(props: SheetSectionProps) {
  const { title, intro, items, mayEdit } = props;
  const [isEditing, setIsEditing] = useState(false);
  const [message, setMessage] = useState<string>();

  function edit() {
    setMessage(undefined);
    setIsEditing(true);
  }

  return (
    <PageSection
      title={title}
      actions={
        mayEdit &&
        !isEditing && (
          <Button variant="default" size="xs" onClick={edit} aria-label={`Modifier : ${title}`}>
            Modifier
          </Button>
        )
      }
    >
      {intro && <p>{intro}</p>}
      {isEditing ? (
        <SectionForm
          {...props}
          onDone={(done) => {
            setMessage(done);
            setIsEditing(false);
          }}
          onCancel={() => setIsEditing(false)}
        />
      ) : (
        <KeyValues items={items} />
      )}
      {message && <Notice tone="success" title={message} live />}
    </PageSection>
  );
}

type SectionFormProps = SheetSectionProps & { onDone: (message: string | undefined) => void; onCancel: () => void };

function SectionForm({ operation, section, title, fields, values, action, onDone, onCancel }: SectionFormProps) {
  const checked = useCheckedForm({ schema: SHEET_SECTIONS[section], initial: values, action, onDone });
  const { state } = checked;
  return (
    <form
      ref={checked.form}
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
