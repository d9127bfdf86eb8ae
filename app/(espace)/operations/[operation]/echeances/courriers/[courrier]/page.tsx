import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { DeadlineNotice } from "@/components/correspondence/deadline-notice";
import { EntryForm } from "@/components/correspondence/entry-form";
import { HistoryTable } from "@/components/correspondence/history-table";
import { JoinPaper } from "@/components/correspondence/join-paper";
import { KeyValues } from "@/components/ui/key-values";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { StatusBadge } from "@/components/ui/status-badge";
import type { LetterMove } from "@/lib/domain/letters/convention-letter";
import { LETTER_KINDS } from "@/lib/domain/letters/letter-kinds";
import { listLetterMoves } from "@/lib/domain/letters/list-letter-moves";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import {
  adviseOnLetter,
  describeLetterKind,
  describeLetterState,
  describeLetterStep,
  LETTER_STEP_FORMS,
} from "@/lib/format/describe-letter";
import { formatDay } from "@/lib/format/format-date";
import { UNKNOWN } from "@/lib/format/format-number";
import { requireOperation } from "@/lib/server/access";
import { isUuid } from "@/lib/server/is-uuid";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import { type ReadLetter, readLetter } from "@/lib/services/letters/read-letters";
import { NextSteps } from "./next-steps";

export const metadata: Metadata = { title: "Courrier d’Enedis" };

export default async function LetterPage({
  params,
}: PageProps<"/operations/[operation]/echeances/courriers/[courrier]">) {
  const { operation: address, courrier } = await params;
  const operation = await requireOperation(address);
  const day = await today();
  const letter = isUuid(courrier) ? await readLetter(operation, courrier, day) : null;
  if (!letter) notFound();
  const { slug } = operation.sheet;
  const mayWrite = isGranted(operation.role, "write");
  const api = `/api/v1/operations/${slug}`;
  const state = describeLetterState(letter.state);
  return (
    <>
      <PageHeader
        title={describeLetterKind(letter.kind)}
        breadcrumb={[{ label: "Courriers d’Enedis", href: `/operations/${slug}/echeances/courriers` as Route }]}
        lead={adviseOnLetter(letter.kind)}
        context={<StatusBadge tone={state.tone}>{state.text}</StatusBadge>}
      />
      {letter.deadline && <DeadlineNotice deadline={letter.deadline} />}
      <PageSection title="Ce que dit le courrier">
        <KeyValues items={itemsOf(letter, mayWrite)} />
      </PageSection>
      {mayWrite && letter.state === "to_do" && <NextSteps operation={operation} letter={letter} />}
      <PageSection title="Ce qui a été fait">
        <HistoryTable
          caption="Suites du courrier"
          first={{ day: letter.receivedDay, text: "Reçu" }}
          rows={letter.steps.map((event) => ({ ...event, text: describeLetterStep(event.step) }))}
          documents={mayWrite ? `${api}/correspondence-documents` : null}
          hasNotes={mayWrite}
        />
        {mayWrite && <JoinPaper address={`${api}/letters/${letter.id}/documents`} />}
      </PageSection>
      {mayWrite && <StepForms letter={letter} api={api} day={day} />}
    </>
  );
}

function itemsOf(letter: ReadLetter, mayWrite: boolean) {
  const { asks, articles } = LETTER_KINDS[letter.kind];
  return [
    { label: "Reçu le", value: formatDay(letter.receivedDay) },
    ...(asks.includes("sentDay") ? [{ label: "Envoyé le", value: formatDay(letter.sentDay) }] : []),
    ...(letter.point ? [{ label: "PRM", value: letter.point.prm }] : []),
    ...(asks.includes("effectDay") ? [{ label: "Date donnée", value: formatDay(letter.effectDay) }] : []),
    ...(letter.takesEffectOn === null
      ? []
      : [
          {
            label: "Prend effet le",
            value: formatDay(letter.takesEffectOn),
            help: letter.takesEffectOn === letter.effectDay ? null : "Compté d’après la convention.",
          },
        ]),
    ...(mayWrite ? [{ label: "Référence ou objet", value: letter.reference ?? UNKNOWN }] : []),
    { label: "Convention", value: articles.length === 0 ? UNKNOWN : `art. ${articles.join(" et ")}` },
  ];
}

/** The usual way to deal with it in the open, the others folded. */
function StepForms({ letter, api, day }: { letter: ReadLetter; api: string; day: CivilDate }) {
  const [next, ...others] = listLetterMoves(letter.kind, letter.state);
  const form = (move: LetterMove) => (
    <EntryForm
      key={move}
      label={LETTER_STEP_FORMS[move].title}
      submit="Enregistrer"
      address={`${api}/letters/${letter.id}/steps`}
      fixed={{ move }}
      document={{ label: "Preuve", address: `${api}/letters/${letter.id}/documents` }}
      fields={[
        { kind: "day", name: "day", label: LETTER_STEP_FORMS[move].dayLabel, max: day, initial: day, isRequired: true },
        {
          kind: "long",
          name: "note",
          label: LETTER_STEP_FORMS[move].noteLabel,
          maxLength: 2000,
          isRequired: move === "closed",
        },
      ]}
    />
  );
  if (!next) return null;
  return (
    <>
      <PageSection title={LETTER_STEP_FORMS[next].title}>{form(next)}</PageSection>
      {others.length > 0 && (
        <PageSection title="Autre suite">
          {others.map((move) => (
            <details key={move}>
              <summary>{LETTER_STEP_FORMS[move].title}</summary>
              {form(move)}
            </details>
          ))}
        </PageSection>
      )}
    </>
  );
}
