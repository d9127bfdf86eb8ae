"use client";

import { Button, Checkbox, NativeSelect, Stack, TextInput } from "@mantine/core";
import { type FormEvent, startTransition, useActionState, useEffect, useRef } from "react";
import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import type { ClimateProfile } from "@/lib/domain/scoring/climate-profile";
import type { PersonalisationQuestion } from "@/lib/domain/scoring/personalisation";
import type { AnswerValue } from "@/lib/domain/scoring/rules/rule-expression";
import type { ActionState } from "@/lib/schemas/action-state";
import { questionField } from "@/lib/schemas/climate-profile";
import { saveProfileAction } from "./actions";

type ProfileFormProps = Omit<ClimateProfile, "answers"> & {
  collectivity: string;
  answers: Readonly<Record<string, AnswerValue>>;
  questions: readonly PersonalisationQuestion[];
  mayWrite: boolean;
};

const IDLE: ActionState = { status: "idle" };
const KINDS = [
  { value: "", label: "Non précisé" },
  { value: "commune", label: "Commune" },
  { value: "intercommunal", label: "Intercommunalité (EPCI)" },
  { value: "syndicate", label: "Syndicat" },
];
const YES_NO = [
  { value: "", label: "Sans réponse" },
  { value: "yes", label: "Oui" },
  { value: "no", label: "Non" },
];

/** What the collectivity is, and the questions of the referential. */
export function ProfileForm({ collectivity, questions, answers, mayWrite, ...profile }: ProfileFormProps) {
  const [state, formAction, isPending] = useActionState(saveProfileAction, IDLE);
  const form = useRef<HTMLFormElement>(null);
  const wrong = state.status === "failed" ? state.fieldErrors : {};

  useEffect(() => {
    if (state.status === "failed") form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [state]);

  // Not by the form's own action: React would empty the fields after it, refused or not.
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
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
        <PageSection title="Questions">
          <Stack gap="md" maw={640}>
            {questions.map((question) => (
              <QuestionField key={question.id} question={question} answer={answers[question.id]} />
            ))}
          </Stack>
        </PageSection>
        {mayWrite && (
          <Button type="submit" loading={isPending} mt="md">
            Enregistrer
          </Button>
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

function QuestionField({ question, answer }: { question: PersonalisationQuestion; answer: AnswerValue | undefined }) {
  const { wording, id, type } = question;
  const name = questionField(id);
  if (type === "proportion") {
    const percent = typeof answer === "number" ? String(Math.round(answer * 100)) : "";
    return <TextInput label={`${wording} (en pour cent)`} name={name} inputMode="decimal" defaultValue={percent} />;
  }
  const choices =
    "choices" in question
      ? [
          { value: "", label: "Sans réponse" },
          ...question.choices.map((each) => ({ value: each.id, label: each.wording })),
        ]
      : YES_NO;
  const value = typeof answer === "boolean" ? (answer ? "yes" : "no") : String(answer ?? "");
  return <NativeSelect label={wording} name={name} data={choices} defaultValue={value} />;
}
