"use client";

import { Button, Checkbox, NativeSelect, Stack, TextInput } from "@mantine/core";
import { type FormEvent, startTransition, useActionState, useEffect, useRef } from "react";
import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import type { ClimateProfile } from "@/lib/domain/scoring/climate-profile";
import type { ActionState } from "@/lib/schemas/action-state";
import { saveProfileAction } from "./actions";
import styles from "./profile-form.module.css";
import { QuestionList, type ShownQuestion } from "./question-list";

type ProfileFormProps = Omit<ClimateProfile, "answers"> & {
  collectivity: string;
  questions: readonly ShownQuestion[];
  mayWrite: boolean;
};

const IDLE: ActionState = { status: "idle" };
const KINDS = [
  { value: "", label: "Non précisé" },
  { value: "commune", label: "Commune" },
  { value: "intercommunal", label: "Intercommunalité (EPCI)" },
  { value: "syndicate", label: "Syndicat" },
];

/** What the collectivity is, and the questions of the referential. */
export function ProfileForm({ collectivity, questions, mayWrite, ...profile }: ProfileFormProps) {
  const [state, formAction, isPending] = useActionState(saveProfileAction, IDLE);
  const form = useRef<HTMLFormElement>(null);
  const wrong = state.status === "failed" ? state.fieldErrors : {};

  useEffect(() => {
    if (state.status === "failed") form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [state]);

  // Not by the form's own action: React would empty the fields after it, refused or not.
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!event.currentTarget.checkValidity()) {
      event.currentTarget.querySelector<HTMLElement>("input:invalid")?.focus();
      return;
    }
    const data = new FormData(event.currentTarget);
    startTransition(() => formAction(data));
  }

  return (
    <form ref={form} aria-label="Personnalisation" onSubmit={send} noValidate>
      <input type="hidden" name="collectivity" value={collectivity} />
      <fieldset disabled={!mayWrite} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
        <PageSection title="Votre collectivité">
          <Stack gap="md" maw={480}>
            <NativeSelect label="Type" name="kind" data={KINDS} defaultValue={profile.kind ?? ""} />
            <TextInput
              label="Population, en habitants"
              name="population"
              inputMode="numeric"
              defaultValue={profile.population === null ? "" : String(profile.population)}
              error={wrong.population?.[0]}
            />
            <Checkbox label="En outre-mer" name="isOverseas" value="1" defaultChecked={profile.isOverseas} />
          </Stack>
        </PageSection>
        <QuestionList questions={questions} />
        {mayWrite && (
          <div className={styles.save}>
            <Button type="submit" loading={isPending}>
              Enregistrer
            </Button>
          </div>
        )}
      </fieldset>
      {state.status === "done" && state.message && <Notice tone="success" title={state.message} live />}
      {state.status === "failed" && (
        <Notice tone="danger" title="Rien n’est enregistré" live>
          {state.message}
        </Notice>
      )}
    </form>
  );
}
