"use client";

import { Checkbox, Group, TextInput } from "@mantine/core";
import { useState } from "react";
import { PageSection } from "@/components/ui/page-section";
import { type PersonalisationQuestion, QUESTION_THEMES } from "@/lib/domain/scoring/personalisation";
import type { AnswerValue } from "@/lib/domain/scoring/rules/rule-expression";
import { THEME_WORDS } from "@/lib/format/climate-words";
import { formatCount } from "@/lib/format/format-number";
import { QuestionField } from "./question-field";
import styles from "./question-list.module.css";

/** A question as the screen shows it: what was answered, and what each answer makes of the measures. */
export type ShownQuestion = {
  readonly question: PersonalisationQuestion;
  readonly answer: AnswerValue | null;
  readonly effects: readonly {
    readonly measure: string;
    readonly options: readonly { readonly label: string; readonly points: string; readonly isGiven: boolean }[];
  }[];
};

/** A list that is seen at one glance needs no search. */
const FILTERED_ABOVE = 6;

/** The questions by theme. What a search leaves out is hidden, not taken away: its answer is still sent. */
export function QuestionList({ questions }: { questions: readonly ShownQuestion[] }) {
  const [search, setSearch] = useState("");
  const [isOpenOnly, setIsOpenOnly] = useState(false);
  const unanswered = questions.filter(({ answer }) => answer === null).length;
  const matches = (shown: ShownQuestion) => !(isOpenOnly && shown.answer !== null) && holds(shown, search);
  const found = questions.filter(matches).length;
  if (questions.length === 0) {
    return (
      <PageSection title="Questions">
        <p>Aucune question ne change ce que valent les actions de ce référentiel pour votre collectivité.</p>
      </PageSection>
    );
  }
  return (
    <>
      <PageSection title="Questions">
        <p>
          {`${formatCount(questions.length, "question change", "questions changent")} ce que valent des mesures de ce référentiel ; ${unanswered === 0 ? "toutes ont une réponse" : `${formatCount(unanswered, "est sans réponse", "sont sans réponse")}`}.`}
        </p>
        {questions.length > FILTERED_ABOVE && (
          <Group align="flex-end">
            <TextInput
              label="Chercher une question ou une mesure"
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
              miw={260}
            />
            <Checkbox
              label="Sans réponse seulement"
              checked={isOpenOnly}
              onChange={(event) => setIsOpenOnly(event.currentTarget.checked)}
            />
          </Group>
        )}
        <p role="status">
          {found < questions.length ? formatCount(found, "question trouvée", "questions trouvées") : ""}
        </p>
      </PageSection>
      {QUESTION_THEMES.map((theme) => {
        const own = questions.filter(({ question }) => question.theme === theme);
        return (
          own.length > 0 && (
            <div key={theme} className={styles.theme} hidden={!own.some(matches)}>
              <PageSection title={THEME_WORDS[theme]}>
                {own.map((shown) => (
                  <div key={shown.question.id} hidden={!matches(shown)}>
                    <QuestionField shown={shown} />
                  </div>
                ))}
              </PageSection>
            </div>
          )
        );
      })}
    </>
  );
}

function holds({ question, effects }: ShownQuestion, search: string): boolean {
  const words = plain(search).split(" ").filter(Boolean);
  const text = plain(
    [question.wording, THEME_WORDS[question.theme], ...effects.map(({ measure }) => measure)].join(" "),
  );
  return words.every((word) => text.includes(word));
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .replace(/\s+/gu, " ")
    .toLowerCase();
}
