"use client";

import { useState } from "react";
import type { ActionNote, ActionNoteChange } from "@/lib/domain/scoring/action-note";
import type { SaveNotes } from "@/lib/schemas/climate-plan";
import { saveNotesAction } from "./actions";
import { type SaveQueue, useSaveQueue } from "./use-save-queue";

export const EMPTY_NOTE: ActionNote = { explanation: null, outReason: null, pilot: null, dueDay: null };

/** A text goes once nothing is typed for this long, or when its field is left. */
const TYPING_MS = 1_000;

type Given = {
  readonly notes: readonly (readonly [string, ActionNote])[];
  readonly collectivity: string;
  /** Null: nothing may be saved. */
  readonly storageKey: string | null;
};

export type ActionNotes = {
  /** As typed. */
  readonly notes: ReadonlyMap<string, ActionNote>;
  readonly queue: SaveQueue<ActionNoteChange>;
  /** @param isTyped - More of it may follow. */
  readonly change: (id: string, change: ActionNoteChange, isTyped?: boolean) => void;
};

/** What is said of the actions of one measure: shown as it is typed, saved field by field behind. */
export function useActionNotes({ notes: given, collectivity, storageKey }: Given): ActionNotes {
  const [notes, setNotes] = useState<ReadonlyMap<string, ActionNote>>(() => new Map(given));
  const write = (changes: ReadonlyMap<string, ActionNoteChange>) =>
    setNotes((before) => {
      const after = new Map(before);
      for (const [id, change] of changes) after.set(id, { ...(before.get(id) ?? EMPTY_NOTE), ...change });
      return after;
    });
  const queue = useSaveQueue<ActionNoteChange>({
    storageKey,
    save: (batch) => saveNotesAction({ collectivity, notes: batch as SaveNotes["notes"] }),
    merge: (earlier, later) => ({ ...earlier, ...later }),
    onRestore: write,
  });

  function change(id: string, changed: ActionNoteChange, isTyped = false) {
    const changes = new Map([[id, changed]]);
    write(changes);
    queue.add(changes, isTyped ? TYPING_MS : 0);
  }

  return { notes, queue, change };
}
