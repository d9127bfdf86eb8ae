import type { CurveFileIdentity } from "@/lib/data/measure-import-writing";
import type { FileOutcome, ImportedFileReport } from "@/lib/domain/measures/import-report";
import type { PublishedFigure } from "@/lib/domain/measures/published-figure";
import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import type { EnergySeries } from "@/lib/domain/series/energy-series";
import type { Period } from "@/lib/domain/time/period";
import type { FileProblem } from "@/lib/formats/file-problem";
import * as messages from "./import-messages";
import type { Source } from "./list-sources";

/** A curve of a file, to be written. */
export type ReadCurve = {
  readonly meteringPointId: string;
  readonly prm: string;
  readonly quantity: EnergyQuantity;
  readonly period: Period;
  /** One series per stretch of one step. [Wh per step] */
  readonly series: readonly EnergySeries[];
  readonly identity: CurveFileIdentity;
};

/** When this very curve of this very file was written before. */
export type WasImported = (identity: CurveFileIdentity) => Date | undefined;

/** A file after reading, or one of its curves: its report, and what is to be written of it. */
export type ReadPart = {
  readonly report: ImportedFileReport;
  readonly curve: ReadCurve | null;
  readonly figures: readonly PublishedFigure[];
};

type Known = Partial<ImportedFileReport> & {
  /** Those that are not listed count too. */
  readonly errorCount?: number;
};

/** The report of a file, all that is not said being empty. */
export function sourceReport(
  { name, archive, key }: Source,
  outcome: FileOutcome,
  problems: readonly FileProblem[],
  known: Known,
): ImportedFileReport {
  return {
    key,
    name,
    archive,
    kind: "unknown",
    outcome,
    prm: null,
    quantity: null,
    firstDay: null,
    lastDay: null,
    stepMinutes: null,
    valueCount: 0,
    missingCount: 0,
    newDayCount: 0,
    correctedDayCount: 0,
    unchangedDayCount: 0,
    figureCount: 0,
    newFigureCount: 0,
    correctedFigureCount: 0,
    errorCount: problems.filter(({ severity }) => severity === "error").length,
    warningCount: problems.filter(({ severity }) => severity === "warning").length,
    ...known,
    problems,
  };
}

/** A file, or a part of one, of which nothing is written. */
export function partWithout(
  source: Source,
  outcome: FileOutcome,
  problems: readonly FileProblem[],
  known: Known,
): ReadPart {
  return { report: sourceReport(source, outcome, problems, known), curve: null, figures: [] };
}

/** A curve that was written before, by when; it is not written again. */
export function alreadyImported(source: Source, known: Known, at: Date): ReadPart {
  return partWithout(source, "already_imported", [messages.alreadyImported(at)], known);
}
