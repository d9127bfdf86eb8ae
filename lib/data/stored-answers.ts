import type { DsoRequest } from "@/lib/domain/measures/dso-request";
import type { ImportAnswers } from "@/lib/domain/measures/import-answers";
import type { Actor } from "./scope";

/** What an import keeps of the words of its sender, and of what it asked in his name. */
export type StoredAnswers = ImportAnswers & {
  /** It is shown and confirmed before it is written; a worker that takes it up only looks at it. */
  readonly isHeld: boolean;
  /** Who answered or confirmed it last. */
  readonly saidBy?: Actor;
  /** Its files are asked of the DSO. */
  readonly request?: DsoRequest;
};
