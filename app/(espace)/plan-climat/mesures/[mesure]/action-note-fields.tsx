import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import type { ActionNote, ActionNoteChange, ActionPilot } from "@/lib/domain/scoring/action-note";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import styles from "./measure-board.module.css";

/** Somebody who may see to an action. */
export type Pilot = { readonly userId: string; readonly name: string };

type NoteFieldsProps = {
  number: string;
  note: ActionNote;
  members: readonly Pilot[];
  onChange: (change: ActionNoteChange, isTyped?: boolean) => void;
  /** A field is left: what was typed need not wait. */
  onLeave: () => void;
};

const NOBODY = "";
const SERVICE = "service";
const NO_SERVICE: ActionPilot = { kind: "service", name: "" };

/** The explanation of an action, who sees to it, and by when. */
export function ActionNoteFields({ number, note, members, onChange, onLeave }: NoteFieldsProps) {
  const { explanation, pilot, dueDay } = note;
  return (
    <div className={styles.fields}>
      <Textarea
        className={styles.explanation}
        classNames={{ input: styles.growing }}
        label="Explication"
        aria-label={`Explication de ${number}`}
        rows={3}
        maxLength={10_000}
        value={explanation ?? ""}
        onChange={({ currentTarget }) => onChange({ explanation: currentTarget.value }, true)}
        onBlur={onLeave}
      />
      <NativeSelect
        label="Pilote"
        aria-label={`Pilote de ${number}`}
        data={listChoices(pilot, members)}
        value={choiceOf(pilot)}
        onChange={({ currentTarget }) => onChange({ pilot: pilotOf(currentTarget.value) })}
      />
      {pilot?.kind === "service" && (
        <TextInput
          label="Service"
          aria-label={`Service pilote de ${number}`}
          description="Un service ou un organisme, pas de nom de personne."
          maxLength={200}
          value={pilot.name}
          onChange={({ currentTarget }) => onChange({ pilot: { kind: SERVICE, name: currentTarget.value } }, true)}
          onBlur={onLeave}
        />
      )}
      <DueDayField number={number} dueDay={dueDay} onChange={onChange} onLeave={onLeave} />
    </div>
  );
}

type DueDayFieldProps = Pick<NoteFieldsProps, "number" | "onChange" | "onLeave"> & Pick<ActionNote, "dueDay">;

function DueDayField({ number, dueDay, onChange, onLeave }: DueDayFieldProps) {
  // What is being typed is kept apart: a half-typed date is no day.
  const [typed, setTyped] = useState<string>(dueDay ?? "");
  useEffect(() => setTyped(dueDay ?? ""), [dueDay]);

  return (
    <TextInput
      type="date"
      label="Échéance"
      aria-label={`Échéance de ${number}`}
      min="2000-01-01"
      max="2199-12-31"
      value={typed}
      onChange={({ currentTarget: { value, validity } }) => {
        setTyped(value);
        if (validity.valid) onChange({ dueDay: value === "" ? null : (value as CivilDate) }, true);
      }}
      onBlur={() => {
        setTyped(dueDay ?? "");
        onLeave();
      }}
    />
  );
}

function listChoices(pilot: ActionPilot | null, members: readonly Pilot[]) {
  const isGone = pilot?.kind === "member" && !members.some(({ userId }) => userId === pilot.userId);
  return [
    { value: NOBODY, label: "Aucun" },
    ...members.map(({ userId, name }) => ({ value: userId, label: name })),
    ...(isGone ? [{ value: pilot.userId, label: "Ancien membre" }] : []),
    { value: SERVICE, label: "Un service…" },
  ];
}

function choiceOf(pilot: ActionPilot | null): string {
  if (pilot === null) return NOBODY;
  return pilot.kind === "member" ? pilot.userId : SERVICE;
}

function pilotOf(choice: string): ActionPilot | null {
  if (choice === NOBODY) return null;
  return choice === SERVICE ? NO_SERVICE : { kind: "member", userId: choice };
}
