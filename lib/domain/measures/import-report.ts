import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/** What became of one file of an import. */
export type FileOutcome =
  /** Read, and at least one day of it is new or corrected. */
  | "imported"
  /** Read, and every day of it was already there with the same values. */
  | "unchanged"
  /** The very same bytes were imported before: nothing was read. */
  | "already_imported"
  /** Recognised, but no curve: kept, not read. */
  | "set_aside"
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

export type ImportedFileReport = {
  readonly name: string;
  /** Name of the zip it came in, or null. */
  readonly archive: string | null;
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
  readonly problems: readonly ReportedProblem[];
  readonly errorCount: number;
  readonly warningCount: number;
};

/** What an import understood and wrote, as it is stored and shown. */
export type ImportReport = {
  readonly files: readonly ImportedFileReport[];
  readonly totals: {
    readonly fileCount: number;
    readonly valueCount: number;
    readonly missingCount: number;
    readonly newDayCount: number;
    readonly correctedDayCount: number;
    readonly unchangedDayCount: number;
    readonly errorCount: number;
    readonly warningCount: number;
  };
};
