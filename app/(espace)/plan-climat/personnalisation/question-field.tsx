"use client";

import { NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import type { PersonalisationQuestion } from "@/lib/domain/scoring/personalisation";
import type { AnswerValue } from "@/lib/domain/scoring/rules/rule-expression";
import { questionField } from "@/lib/schemas/question-field";
import styles from "./question-field.module.css";
import type { ShownQuestion } from "./question-list";

const UNANSWERED = { value: "", label: "Sans réponse" };
const PERCENT = "\\s*(100([.,]0+)?|\\d{1,2}([.,]\\d+)?)?\\s*";
const YES_NO = [UNANSWERED, { value: "yes", label: "Oui" }, { value: "no", label: "Non" }];

/** One question, and what its answers make of the measures it is about. */
export function QuestionField({ shown: { question, answer, effects } }: { shown: ShownQuestion }) {
  return (
    <div className={styles.question}>
      <AnswerField question={question} answer={answer} />
      {effects.length === 0 ? (
        <p className={styles.effects}>Seule, cette réponse ne change rien aujourd’hui : elle compte avec d’autres.</p>
      ) : (
        <details className={styles.effects}>
          <summary>Ce que change la réponse</summary>
          <ul>
            {effects.map(({ measure, options }) => (
              <li key={measure}>
                {measure} :{" "}
                {options.map(({ label, points, isGiven }, index) => (
                  <span key={label}>
                    {index > 0 && " ; "}
                    {isGiven ? (
                      <strong>{`${label} ${points} points (aujourd’hui)`}</strong>
                    ) : (
                      `${label} ${points} points`
                    )}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function AnswerField({ question, answer }: { question: PersonalisationQuestion; answer: AnswerValue | null }) {
  const { wording, id, type } = question;
  const name = questionField(id);
  if (type === "proportion") return <ShareField label={wording} name={name} answer={answer} />;
  const choices =
    "choices" in question
      ? [UNANSWERED, ...question.choices.map((each) => ({ value: each.id, label: each.wording }))]
      : YES_NO;
  const value = typeof answer === "boolean" ? (answer ? "yes" : "no") : String(answer ?? "");
  return <NativeSelect label={wording} name={name} data={choices} defaultValue={value} />;
}

/** A percentage; `:invalid` also tells the form not to send it. */
function ShareField({ label, name, answer }: { label: string; name: string; answer: AnswerValue | null }) {
  const [isWrong, setIsWrong] = useState(false);
  const percent = typeof answer === "number" ? String(Math.round(answer * 10_000) / 100).replace(".", ",") : "";
  return (
    <TextInput
      label={`${label} (en pour cent)`}
      name={name}
      inputMode="decimal"
      pattern={PERCENT}
      defaultValue={percent}
      onBlur={(event) => setIsWrong(!event.currentTarget.validity.valid)}
      onInvalid={() => setIsWrong(true)}
      error={isWrong && "Écrivez un nombre de 0 à 100, par exemple 12,5"}
    />
  );
}
