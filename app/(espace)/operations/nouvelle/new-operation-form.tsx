"use client";

import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { CheckedFields } from "@/components/operations/checked-fields";
import type { FieldSpec, FieldValues } from "@/components/operations/field-spec";
import {
  CALENDAR_FIELDS,
  DESCRIPTION_FIELDS,
  NAME_FIELD,
  NUMBER_FIELD,
  partyFields,
} from "@/components/operations/sheet-fields";
import { useCheckedForm } from "@/components/operations/use-checked-form";
import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import { suggestSlug } from "@/lib/format/suggest-slug";
import type { LoadRule } from "@/lib/schemas/load-rule";
import { createOperationAction } from "./actions";
import { useKeptDraft } from "./use-kept-draft";

type Collectivity = { readonly id: string; readonly name: string };

const LAST_STEP = 2;

const loadNewOperationRule: LoadRule = async () => (await import("@/lib/schemas/operation-sheet")).newOperationSchema;

/** Three short steps on one page; the next one opens when the one before is right. */
export function NewOperationForm({ collectivities }: { collectivities: readonly Collectivity[] }) {
  const router = useRouter();
  const [step, setStep] = useState(0);
  const checked = useCheckedForm({
    loadRule: loadNewOperationRule,
    initial: startValues(collectivities),
    action: createOperationAction,
    onDone: (slug) => {
      forget();
      router.push(`/operations/${slug}`);
    },
  });
  const { values, reasons, state, replaceAll } = checked;
  // All steps are shown again with what was kept: nothing tells how far one had come.
  const restore = useCallback(
    (kept: FieldValues) => {
      replaceAll((current) => ({ ...current, ...kept }));
      setStep(LAST_STEP);
    },
    [replaceAll],
  );
  const forget = useKeptDraft(values, restore);

  function change(field: string, value: string) {
    // The address follows the name until somebody writes another one.
    const follows = field === "name" && values.slug === suggestSlug(values.name ?? "");
    checked.change(field, value);
    if (follows) checked.change("slug", suggestSlug(value));
  }

  const fieldsOf = (fields: readonly FieldSpec[]) => (
    <CheckedFields fields={fields} values={values} reasons={reasons} onChange={change} onLeave={checked.check} />
  );
  const next = async (fields: readonly FieldSpec[]) => {
    if (await checked.checkAll(fields.map(({ name }) => name))) setStep((current) => current + 1);
  };
  const stepProps = { current: step, onNext: next };
  const choice = collectivityFields(collectivities);
  return (
    <form
      ref={checked.form}
      action={checked.formAction}
      onSubmit={checked.onSubmit}
      aria-label="Nouvelle opération"
      noValidate
    >
      {choice.length === 0 && <input type="hidden" name="collectivity" value={values.collectivity} />}
      <Step
        {...stepProps}
        index={0}
        title="1. L’opération"
        fields={[...choice, NAME_FIELD, SLUG_FIELD, ...DESCRIPTION_FIELDS]}
      >
        {fieldsOf([...choice, NAME_FIELD])}
        <SlugField value={values.slug ?? ""} reason={reasons.slug} onChange={change} onLeave={checked.check} />
        {fieldsOf(DESCRIPTION_FIELDS)}
      </Step>
      <Step {...stepProps} index={1} title="2. La personne morale organisatrice" fields={ORGANISER_FIELDS}>
        <p>
          La personne morale qui réunit producteurs et consommateurs, le plus souvent la commune. Seul son nom est
          nécessaire pour commencer.
        </p>
        {fieldsOf(ORGANISER_FIELDS)}
      </Step>
      <Step {...stepProps} index={LAST_STEP} title="3. Les dates" fields={[]}>
        {fieldsOf([...CALENDAR_FIELDS, NUMBER_FIELD])}
        <Group>
          <Button type="submit" loading={checked.isPending || state.status === "done"}>
            Créer l’opération
          </Button>
        </Group>
      </Step>
      {state.status === "failed" && (
        <Notice tone="danger" title="L’opération n’est pas créée" live>
          {state.message}
        </Notice>
      )}
    </form>
  );
}

const ORGANISER_FIELDS = partyFields("organiser");

const SLUG_FIELD: FieldSpec = { name: "slug", label: "Adresse dans Prorata", kind: "text", isRequired: true };

function collectivityFields(collectivities: readonly Collectivity[]): readonly FieldSpec[] {
  if (collectivities.length < 2) return [];
  const options = collectivities.map(({ id, name }) => ({ value: id, label: name }));
  return [{ name: "collectivity", label: "Collectivité", kind: "list", options }];
}

function startValues(collectivities: readonly Collectivity[]): FieldValues {
  const [first] = collectivities;
  return {
    collectivity: first?.id ?? "",
    name: "",
    slug: "",
    place: "",
    proximityKind: "",
    derogationBasis: "",
    networkZone: "mainland",
    perimeterManagement: "standard",
    holidayRegion: "metropolitan",
    ...Object.fromEntries(ORGANISER_FIELDS.map(({ name }) => [name, ""])),
    organisationName: first?.name ?? "",
    startDay: "",
    monthlyAnniversaryDay: "1",
    stepMinutes: "30",
    accNumber: "",
  };
}

type StepProps = {
  index: number;
  current: number;
  title: string;
  /** Checked before the next step opens. */
  fields: readonly FieldSpec[];
  onNext: (fields: readonly FieldSpec[]) => void;
  children: ReactNode;
};

function Step({ index, current, title, fields, onNext, children }: StepProps) {
  const content = useRef<HTMLDivElement>(null);
  const wasCurrent = useRef(index === 0);

  // A step that opens takes the cursor to its first field.
  useEffect(() => {
    if (current !== index || wasCurrent.current) return;
    wasCurrent.current = true;
    content.current?.querySelector<HTMLElement>("input, select")?.focus();
  }, [current, index]);

  if (index > current) return null;
  return (
    <PageSection title={title}>
      <Stack gap="lg" ref={content}>
        {children}
        {index === current && index < LAST_STEP && (
          <Group>
            <Button type="button" variant="default" onClick={() => onNext(fields)}>
              Continuer
            </Button>
          </Group>
        )}
      </Stack>
    </PageSection>
  );
}

type SlugFieldProps = {
  value: string;
  reason: string | undefined;
  onChange: (field: string, value: string) => void;
  onLeave: (field: string) => void;
};

/** Proposed from the name; it stays when the operator's number comes. */
function SlugField({ value, reason, onChange, onLeave }: SlugFieldProps) {
  return (
    <div data-wrong={reason === undefined ? undefined : true}>
      <TextInput
        name={SLUG_FIELD.name}
        label={SLUG_FIELD.label}
        description="Dans le navigateur et pour les logiciels : /operations/… Unique, elle ne change plus, même une fois le numéro reçu."
        value={value}
        onChange={(event) => onChange("slug", event.currentTarget.value)}
        onBlur={() => onLeave("slug")}
        error={reason}
        required
        maw={520}
      />
    </div>
  );
}
