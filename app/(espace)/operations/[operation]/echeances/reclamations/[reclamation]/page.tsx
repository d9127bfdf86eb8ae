import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { DeadlineNotice } from "@/components/correspondence/deadline-notice";
import { EntryForm } from "@/components/correspondence/entry-form";
import { HistoryTable } from "@/components/correspondence/history-table";
import { JoinPaper } from "@/components/correspondence/join-paper";
import { ButtonLink } from "@/components/ui/button-link";
import { KeyValues } from "@/components/ui/key-values";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { StatusBadge } from "@/components/ui/status-badge";
import type { ComplaintKind, ComplaintMove } from "@/lib/domain/complaints/complaint";
import { listComplaintMoves } from "@/lib/domain/complaints/list-complaint-moves";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import {
  complaintStepForm,
  describeComplaintKind,
  describeComplaintState,
  describeComplaintStep,
} from "@/lib/format/describe-complaint";
import { formatDay } from "@/lib/format/format-date";
import { requireOperation } from "@/lib/server/access";
import { isUuid } from "@/lib/server/is-uuid";
import { noteConsultation } from "@/lib/server/note-consultation";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import { type ReadComplaint, readComplaint } from "@/lib/services/complaints/read-complaints";
import styles from "./complaint.module.css";

export const metadata: Metadata = { title: "Réclamation" };

const WORDS = {
  complaint: {
    title: "Réclamation",
    words: "Ce qui est reproché",
    unread: "Ce que dit la réclamation n’est lu que par les agents.",
    steps: "Étapes de la réclamation",
  },
  data_request: {
    title: "Demande sur les données",
    words: "Ce qui est demandé",
    unread: "Ce que dit la demande n’est lu que par les agents.",
    steps: "Étapes de la demande",
  },
} as const satisfies Record<ComplaintKind, unknown>;

export default async function ComplaintPage({
  params,
}: PageProps<"/operations/[operation]/echeances/reclamations/[reclamation]">) {
  const { operation: address, reclamation } = await params;
  const operation = await requireOperation(address);
  const day = await today();
  const complaint = isUuid(reclamation) ? await readComplaint(operation, reclamation, day) : null;
  if (!complaint) notFound();
  await noteConsultation(operation, "complaint", complaint.id);
  const { slug } = operation.sheet;
  const mayWrite = isGranted(operation.role, "write") && !complaint.isErased;
  const api = `/api/v1/operations/${slug}`;
  const words = WORDS[complaint.kind];
  const state = describeComplaintState(complaint.state, complaint.kind);
  return (
    <>
      <PageHeader
        title={complaint.subject ?? words.title}
        breadcrumb={[
          { label: "Réclamations et demandes", href: `/operations/${slug}/echeances/reclamations` as Route },
        ]}
        context={<StatusBadge tone={state.tone}>{state.text}</StatusBadge>}
        actions={
          mayWrite &&
          complaint.state === "to_forward" && (
            <ButtonLink href={`${api}/complaints/${complaint.id}/letter` as Route} download>
              Lettre à Enedis (PDF)
            </ButtonLink>
          )
        }
      />
      {complaint.deadline && <DeadlineNotice deadline={complaint.deadline} />}
      <PageSection title={words.words}>
        <KeyValues
          items={[
            { label: "Nature", value: describeComplaintKind(complaint.kind) },
            { label: "Reçue le", value: formatDay(complaint.receivedDay) },
            ...(operation.mayReadWords ? [{ label: "De", value: complaint.senderName ?? "auteur non précisé" }] : []),
            describeShare(complaint),
          ]}
        />
        {operation.mayReadWords ? <p className={styles.text}>{complaint.text}</p> : <p>{words.unread}</p>}
      </PageSection>
      <PageSection title="Ce qui a été fait">
        <HistoryTable
          caption={words.steps}
          first={{ day: complaint.receivedDay, text: "Reçue" }}
          rows={complaint.steps.map((event) => ({ ...event, text: describeComplaintStep(event.step) }))}
          documents={mayWrite ? `${api}/correspondence-documents` : null}
          hasNotes={mayWrite}
        />
        {mayWrite && <JoinPaper address={`${api}/complaints/${complaint.id}/documents`} />}
      </PageSection>
      {mayWrite && <StepForms complaint={complaint} api={api} day={day} />}
    </>
  );
}

/** The usual next step in the open, the others folded. */
function StepForms({ complaint, api, day }: { complaint: ReadComplaint; api: string; day: CivilDate }) {
  const [next, ...others] = listComplaintMoves(complaint.state, complaint.kind);
  const formOf = (move: ComplaintMove) => complaintStepForm(move, complaint.kind);
  const form = (move: ComplaintMove) => {
    const { submit, dayLabel, noteLabel, intro, title } = formOf(move);
    const isNoteNeeded = move === "closed" && complaint.state !== "answered";
    return (
      <>
        <p>{intro}</p>
        <EntryForm
          key={move}
          label={title}
          submit={submit}
          address={`${api}/complaints/${complaint.id}/steps`}
          fixed={{ move }}
          document={{ label: "Document", address: `${api}/complaints/${complaint.id}/documents` }}
          fields={[
            { kind: "day", name: "day", label: dayLabel, max: day, initial: day, isRequired: true },
            { kind: "long", name: "note", label: noteLabel, maxLength: 2000, isRequired: isNoteNeeded },
          ]}
        />
      </>
    );
  };
  if (!next) return null;
  return (
    <>
      <PageSection title={formOf(next).title}>{form(next)}</PageSection>
      {others.length > 0 && (
        <PageSection title="Autre suite">
          {others.map((move) => (
            <details key={move}>
              <summary>{formOf(move).title}</summary>
              {form(move)}
            </details>
          ))}
        </PageSection>
      )}
    </>
  );
}

/** Whom it concerns, which decides who answers. */
function describeShare(complaint: ReadComplaint): { readonly label: string; readonly value: string } {
  const isDso = concernsDso(complaint);
  if (complaint.kind === "data_request") {
    return {
      label: "Données",
      value: isDso
        ? "Détenues par Enedis : demande à lui transmettre sans délai (art. 8.4.2)"
        : "Détenues par la commune : elle répond directement (art. 8.4.2)",
    };
  }
  return {
    label: "Responsabilité",
    value: isDso ? "Met Enedis en cause" : "Ne concerne que ce que la commune décide : elle seule répond (art. 5.1.5)",
  };
}

const concernsDso = ({ concernsDso: onArrival, events }: ReadComplaint): boolean =>
  onArrival || events.some(({ step }) => step === "concerns_dso");
