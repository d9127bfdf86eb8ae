import type { ActionNote, ActionNoteChange } from "./action-note";

const NOTHING: ActionNote = { explanation: null, outReason: null, pilot: null, dueDay: null };

/**
 * A note once changed: texts lose the blanks around them, and one without anything else is no text.
 *
 * @param note - Null: nothing was said yet.
 * @returns Null when nothing is said any more.
 */
export function changeNote(note: ActionNote | null, change: ActionNoteChange): ActionNote | null {
  const { explanation, outReason, pilot, dueDay } = { ...(note ?? NOTHING), ...change };
  const changed: ActionNote = {
    explanation: explanation?.trim() || null,
    outReason: outReason?.trim() || null,
    pilot: pilot?.kind === "service" ? serviceOf(pilot.name) : pilot,
    dueDay,
  };
  return Object.values(changed).every((field) => field === null) ? null : changed;
}

function serviceOf(typed: string): ActionNote["pilot"] {
  const name = typed.trim();
  return name === "" ? null : { kind: "service", name };
}
