import type { UnitPpm } from "@/lib/domain/coefficients/key-version";
import { type ShareSheet, writeShare } from "./share-sheet";

/** A sheet and the way back and forth between what it was. */
export type EditHistory = {
  readonly present: ShareSheet;
  readonly past: readonly ShareSheet[];
  readonly future: readonly ShareSheet[];
  /** The row being typed in: what is typed without leaving it is undone at once. */
  readonly typing: number | null;
};

export type Edit =
  | { readonly type: "typed"; readonly index: number; readonly text: string }
  | { readonly type: "left" }
  | { readonly type: "locked"; readonly index: number; readonly isLocked: boolean }
  | { readonly type: "precision"; readonly unitPpm: UnitPpm }
  /** The whole sheet at once: a start, a spread, what is pasted. */
  | { readonly type: "filled"; readonly sheet: ShareSheet }
  | { readonly type: "undone" }
  | { readonly type: "redone" };

const MOST_STEPS = 200; // a thousand rows of text each

/** Begins a history. [ppm] */
export function startHistory(ppm: readonly (number | null)[], unitPpm: UnitPpm): EditHistory {
  const shares = ppm.map((value) => ({ text: writeShare(value), isLocked: false }));
  return { present: { shares, unitPpm }, past: [], future: [], typing: null };
}

/** What the sheet is after an edit. */
export function editHistory(history: EditHistory, edit: Edit): EditHistory {
  switch (edit.type) {
    case "typed":
      return type(history, edit.index, edit.text);
    case "left":
      return history.typing === null ? history : { ...history, typing: null };
    case "locked":
      return keep(history, withShare(history.present, edit.index, { isLocked: edit.isLocked }));
    case "precision":
      return keep(history, { ...history.present, unitPpm: edit.unitPpm });
    case "filled":
      return keep(history, edit.sheet);
    case "undone":
      return undo(history);
    case "redone":
      return redo(history);
  }
}

function type(history: EditHistory, index: number, text: string): EditHistory {
  const present = withShare(history.present, index, { text });
  if (history.typing === index) return { ...history, present };
  return { ...keep(history, present), typing: index };
}

function keep({ past, present: before }: EditHistory, present: ShareSheet): EditHistory {
  return { present, past: [...past, before].slice(-MOST_STEPS), future: [], typing: null };
}

function undo({ past, present, future, ...history }: EditHistory): EditHistory {
  const before = past.at(-1);
  if (!before) return { past, present, future, ...history };
  return { present: before, past: past.slice(0, -1), future: [present, ...future], typing: null };
}

function redo({ past, present, future, ...history }: EditHistory): EditHistory {
  const [next, ...later] = future;
  if (!next) return { past, present, future, ...history };
  return { present: next, past: [...past, present], future: later, typing: null };
}

function withShare(sheet: ShareSheet, index: number, change: Partial<ShareSheet["shares"][number]>): ShareSheet {
  return { ...sheet, shares: sheet.shares.map((share, each) => (each === index ? { ...share, ...change } : share)) };
}
