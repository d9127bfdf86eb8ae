import { expect, test } from "vitest";
import type { ActionNote, ActionNoteChange } from "@/lib/domain/scoring/action-note";
import { changeNote } from "@/lib/domain/scoring/change-note";
import { civilDate } from "@/lib/domain/time/civil-date";

const NOTE: ActionNote = Object.freeze({
  explanation: "Deux toitures.",
  outReason: null,
  pilot: null,
  dueDay: civilDate("2027-06-30"),
});

test.for<[string, ActionNote | null, ActionNoteChange, ActionNote | null]>([
  ["nothing changed", NOTE, {}, NOTE],
  ["one field", NOTE, { outReason: "Pas de gaz" }, { ...NOTE, outReason: "Pas de gaz" }],
  ["a field taken back", NOTE, { explanation: null }, { ...NOTE, explanation: null }],
  ["all taken back", NOTE, { explanation: null, dueDay: null }, null],
  [
    "blanks around, line breaks within",
    null,
    { explanation: " a\n\nb \n" },
    { ...NOTE, explanation: "a\n\nb", dueDay: null },
  ],
  ["a text of blanks", NOTE, { explanation: " \n" }, { ...NOTE, explanation: null }],
  ["a service without a name", null, { pilot: { kind: "service", name: "  " } }, null],
  [
    "a service",
    NOTE,
    { pilot: { kind: "service", name: " Voirie " } },
    { ...NOTE, pilot: { kind: "service", name: "Voirie" } },
  ],
])("%s", ([, note, change, expected]) => {
  expect(changeNote(note, change)).toEqual(expected);
});
