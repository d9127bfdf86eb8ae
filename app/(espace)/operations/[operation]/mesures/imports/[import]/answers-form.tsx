"use client";

import { Button, Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import { useKeptForm } from "@/components/ui/use-kept-form";
import type { ImportQuestion } from "@/lib/domain/measures/import-question";
import type { ActionState } from "@/lib/schemas/action-state";
import { answerImportAction } from "./actions";

const IDLE: ActionState = { status: "idle" };

export type Choice = { readonly value: string; readonly label: string };

type AnswersFormProps = {
  operation: string;
  importId: string;
  questions: readonly ImportQuestion[];
  /** What may be answered, by kind of question. */
  choices: Readonly<Record<"quantity" | "metering_point" | "stamps", readonly Choice[]>>;
  /** Files whose kind may be said. */
  files: readonly {
    readonly key: string;
    readonly name: string;
    /** What it looks like; null when nobody knows. */
    readonly recognized: string | null;
    /** What was said of it; empty when nothing was. */
    readonly said: string;
  }[];
  kinds: readonly Choice[];
};

/** What only the sender of the files knows; each answer has them read again, and nothing is written. */
export function AnswersForm({ operation, importId, questions, choices, files, kinds }: AnswersFormProps) {
  const [state, formAction, isPending] = useActionState(answerImportAction, IDLE);
  return (
    <form {...useKeptForm(formAction, state)} aria-label="Réponses">
      <input type="hidden" name="operation" value={operation} />
      <input type="hidden" name="import" value={importId} />
      <Stack gap="md" maw={640}>
        {questions.map((question) => (
          <QuestionField key={`${question.id}=${question.answer ?? ""}`} question={question} choices={choices} />
        ))}
        {files.length > 0 && (
          <details open={files.some(({ recognized, said }) => recognized === null && said === "")}>
            <summary>Nature des fichiers</summary>
            <Stack gap="sm" mt="sm">
              {files.map(({ key, name, recognized, said }) => (
                <NativeSelect
                  key={`${key}=${said}`}
                  name={`kind:${key}`}
                  label={name}
                  defaultValue={said}
                  data={[{ value: "", label: described(recognized, said) }, ...kinds]}
                />
              ))}
            </Stack>
          </details>
        )}
        <Group>
          <Button type="submit" variant="default" loading={isPending}>
            Relire avec ces réponses
          </Button>
        </Group>
        {state.status === "done" && state.message && <Notice tone="success" title={state.message} live />}
        {state.status === "failed" && (
          <Notice tone="danger" title="Les réponses ne sont pas prises" live>
            {state.message}
          </Notice>
        )}
      </Stack>
    </form>
  );
}

function described(recognized: string | null, said: string): string {
  if (said !== "") return "Comme il paraît";
  return recognized ? `Reconnu : ${recognized}` : "Pas reconnu";
}

function QuestionField({ question, choices }: { question: ImportQuestion; choices: AnswersFormProps["choices"] }) {
  const { id, kind, message, answer, isRemembered } = question;
  const description = isRemembered ? "Réponse d’un import précédent" : undefined;
  if (kind === "period") {
    const [first = "", last = ""] = (answer ?? "").split("/");
    return (
      <fieldset>
        <legend>{message}</legend>
        <Group>
          <TextInput type="date" name={`first:${id}`} label="Premier jour" defaultValue={first} />
          <TextInput type="date" name={`last:${id}`} label="Dernier jour" defaultValue={last} />
        </Group>
      </fieldset>
    );
  }
  return (
    <NativeSelect
      name={`reply:${id}`}
      label={message}
      description={description}
      defaultValue={answer ?? ""}
      data={[{ value: "", label: "À choisir" }, ...choices[kind]]}
    />
  );
}
