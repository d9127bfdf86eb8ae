import type { ScoreNode } from "./scoring-tree";

/** How far a sub-action goes: what it rests on, what is done, what comes of it. */
export type ActionCategory = "bases" | "implementation" | "effects";

/** A part of the text of an action: « Description », « Ressources »… */
export type ReferentialSection = {
  /** As its author titled it. */
  readonly title: string;
  /** Markdown, never HTML. */
  readonly markdown: string;
};

/** An axis, a measure, a sub-action or a task, with what it says; it can be scored as it is. */
export type ReferentialNode = Omit<ScoreNode, "children"> & {
  /** As people say it: `3.1.1.5`; empty for the root. Its id has the referential in front: `cae_3.1.1.5`. */
  readonly number: string;
  /** Null for what only groups measures and is written nowhere. */
  readonly title: string | null;
  /** Of a sub-action; null elsewhere, or where none is written. */
  readonly category: ActionCategory | null;
  /** Theme of a measure, as the programme names it: `energie`. */
  readonly theme: string | null;
  readonly sections: readonly ReferentialSection[];
  readonly children: readonly ReferentialNode[];
};

/** A referential of climate actions, worked out and in the order of its numbers. */
export type Referential = {
  /** In front of every id: `cae`. */
  readonly id: string;
  /** Depth of its measures. */
  readonly measureDepth: number;
  readonly root: ReferentialNode;
};
