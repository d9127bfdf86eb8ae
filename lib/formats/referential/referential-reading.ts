import type { ActionCategory, Referential, ReferentialSection } from "@/lib/domain/scoring/referential";
import type { FileProblems } from "@/lib/formats/file-problem";

/** A file of a referential. */
export type ReferentialFile = {
  /** With its folders, if any: for messages. */
  readonly name: string;
  readonly bytes: Uint8Array;
};

/** What was read of the files of a referential. */
export type ReferentialReading = {
  /** Everything that was understood; null when nothing was. Only without errors may it replace another. */
  readonly referential: Referential | null;
  /** 1: 2021, below a measure `points` is a percent. 2: since 2022. Null when nothing says. */
  readonly generation: 1 | 2 | null;
  readonly files: readonly { readonly name: string; readonly problems: FileProblems }[];
  readonly errorCount: number;
};

/** A node as its file writes it. */
export type WrittenNode = {
  readonly number: string;
  readonly title: string;
  /** 1-based line of its title. */
  readonly line: number;
  readonly generation: 1 | 2 | null;
  /** As written: of the first generation, a percent below a measure. */
  readonly points: number | null;
  readonly percent: number | null;
  readonly category: ActionCategory | null;
  readonly theme: string | null;
  readonly sections: readonly ReferentialSection[];
};
