import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { ImportQuestion } from "./import-question";

/** What became of one file of an import. */
export type FileOutcome =
  /** Read, and at least one day of it is new or corrected. */
  | "imported"
  /** Read, and every day of it was already there with the same values. */
  | "unchanged"
  /** The very same bytes were imported before: nothing was read. */
  | "already_imported"
  /** Kept, not read: it says nothing of measures, or its sender wanted it so. */
  | "set_aside"
  /** Understood but for what its sender has still to say. */
  | "question"
  /** Not understood: the whole import is refused. */
  | "refused";

/** A problem as the importer tells it; the place is in the file's own terms. */
export type ReportedProblem = {
  readonly severity: "error" | "warning";
  readonly line?: number;
  readonly column?: string;
  readonly sheet?: string;
  /** Stable, English. */
  readonly code: string;
  /** French: where, what, and what to do. */
  readonly message: string;
};

/** One file, or one of the curves of a file that holds several. */
export type ImportedFileReport = {
  /** Names the file in answers: its archive, its name, and a number where two are alike. */
  readonly key: string;
  readonly name: string;
  /** Name of the zip it came in, or null. */
  readonly archive: string | null;
  /** What it was read as: a `KnownFileKind`, or "unknown". */
  readonly kind: string;
  readonly outcome: FileOutcome;
  readonly prm: string | null;
  readonly quantity: EnergyQuantity | null;
  readonly firstDay: CivilDate | null;
  readonly lastDay: CivilDate | null;
  /** Null for a file of several steps too. [min] */
  readonly stepMinutes: number | null;
  readonly valueCount: number;
  readonly missingCount: number;
  readonly newDayCount: number;
  readonly correctedDayCount: number;
  readonly unchangedDayCount: number;
  /** Published figures; the new and the corrected ones are among them. */
  readonly figureCount: number;
  readonly newFigureCount: number;
  readonly correctedFigureCount: number;
  readonly problems: readonly ReportedProblem[];
  readonly errorCount: number;
  readonly warningCount: number;
};

/** A day of a curve that another version takes the place of. */
export type ImportedDayChange = {
  readonly prm: string;
  readonly quantity: EnergyQuantity;
  readonly day: CivilDate;
  /** Null as soon as a step is missing. [Wh] */
  readonly beforeWh: number | null;
  readonly afterWh: number | null;
  /** Over the steps known on both sides. [Wh] */
  readonly differenceWh: number;
  /** Steps with another value, filled, and blanked. */
  readonly changedCount: number;
  readonly filledCount: number;
  readonly blankedCount: number;
};

/** What an import understood and wrote, as it is stored and shown. */
export type ImportReport = {
  readonly files: readonly ImportedFileReport[];
  /** In the order in which they came up; the answered ones too, so that an answer can be changed. */
  readonly questions: readonly ImportQuestion[];
  /** What it would correct, before it is written: the first days. Empty once written, when the curves tell. */
  readonly changes: readonly ImportedDayChange[];
  readonly totals: {
    readonly fileCount: number;
    readonly valueCount: number;
    readonly missingCount: number;
    readonly newDayCount: number;
    readonly correctedDayCount: number;
    readonly unchangedDayCount: number;
    readonly figureCount: number;
    readonly newFigureCount: number;
    readonly correctedFigureCount: number;
    readonly errorCount: number;
    readonly warningCount: number;
  };
};
