import { Textarea } from "@mantine/core";
import type { ReactNode } from "react";
import { StatusBadge } from "@/components/ui/status-badge";
import type { ActionNote, ActionNoteChange } from "@/lib/domain/scoring/action-note";
import type { ActionGap } from "@/lib/domain/scoring/list-action-gaps";
import { GAP_WORDS, LATE_WORD } from "@/lib/format/climate-words";
import { describePilot } from "@/lib/format/describe-pilot";
import { formatDay } from "@/lib/format/format-date";
import { ActionNoteFields, type Pilot } from "./action-note-fields";
import styles from "./measure-board.module.css";

export type ActionNoteSectionProps = {
  number: string;
  note: ActionNote;
  gaps: readonly ActionGap[];
  isLate: boolean;
  /** The action itself is said not to be concerned. */
  isOut: boolean;
  members: readonly Pilot[];
  mayWrite: boolean;
  onChange: (change: ActionNoteChange, isTyped?: boolean) => void;
  onLeave: () => void;
};

/** What is said of an action beside its status, folded to one line; for those who only read, its text. */
export function ActionNoteSection({ gaps, isLate, mayWrite, ...given }: ActionNoteSectionProps) {
  const { number, note, isOut, members, onChange, onLeave } = given;
  const lacking = (
    <>
      {isLate && <StatusBadge tone="danger">{LATE_WORD}</StatusBadge>}
      {gaps.map((gap) => (
        <StatusBadge key={gap} tone="warning">
          {GAP_WORDS[gap]}
        </StatusBadge>
      ))}
    </>
  );
  if (!mayWrite) return <NoteText note={note} members={members} isOut={isOut} lacking={lacking} />;
  return (
    <>
      {isOut && (
        <Textarea
          label="Pourquoi elle n’est pas concernée"
          aria-label={`Pourquoi elle n’est pas concernée, ${number}`}
          classNames={{ input: styles.growing }}
          rows={1}
          maxLength={2_000}
          value={note.outReason ?? ""}
          onChange={({ currentTarget }) => onChange({ outReason: currentTarget.value }, true)}
          onBlur={onLeave}
        />
      )}
      <details className={styles.note}>
        <summary>
          <span className={styles.noteLine}>
            {describeNote(note, members)} {lacking}
          </span>
        </summary>
        <ActionNoteFields number={number} note={note} members={members} onChange={onChange} onLeave={onLeave} />
      </details>
    </>
  );
}

type NoteTextProps = Pick<ActionNoteSectionProps, "note" | "members" | "isOut"> & { lacking: ReactNode };

function NoteText({ note: { explanation, outReason, pilot, dueDay }, members, isOut, lacking }: NoteTextProps) {
  return (
    <div className={styles.noteText}>
      <p className={styles.noteLine}>{lacking}</p>
      {isOut && outReason && <p>{`Non concernée : ${outReason}`}</p>}
      {explanation && <p>{explanation}</p>}
      {pilot && <p>{`Pilote : ${describePilot(pilot, members)}`}</p>}
      {dueDay && <p>{`Échéance : ${formatDay(dueDay)}`}</p>}
    </div>
  );
}

function describeNote({ explanation, pilot, dueDay }: ActionNote, members: readonly Pilot[]): string {
  const parts = [
    ...(explanation?.trim() ? ["expliquée"] : []),
    ...(pilot ? [describePilot(pilot, members)] : []),
    ...(dueDay ? [`échéance ${formatDay(dueDay)}`] : []),
  ];
  return parts.length === 0 ? "Explication, pilote, échéance" : `Suivi : ${parts.join(", ")}`;
}
