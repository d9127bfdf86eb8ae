import type { PublishedFigure } from "@/lib/domain/measures/published-figure";
import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import { addDays } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import type { FileProblem, FileProblems } from "@/lib/formats/file-problem";
import type { FileSource } from "./list-sources";
import { partWithout, type ReadPart, sourceReport } from "./source-report";

/** What is said of a file of figures once it is read. */
type Conclusion = {
  readonly kind: string;
  readonly prm?: string;
  readonly quantity?: EnergyQuantity;
  readonly period: Period;
  readonly figures: readonly PublishedFigure[];
  /** Of the reader. */
  readonly problems: FileProblems;
  /** Of the identification: an error among them is a question or a refusal. */
  readonly told: readonly FileProblem[];
};

/** What becomes of a file of figures: written, or, after an error, refused or asked about. */
export function concludeFigures(
  source: FileSource,
  { problems, told, period, figures, ...what }: Conclusion,
): ReadPart {
  const isOpen = told.some(({ severity }) => severity === "error");
  const isRefused = problems.errorCount > 0;
  const count = (severity: FileProblem["severity"]) => told.filter((problem) => problem.severity === severity).length;
  const known = {
    ...what,
    firstDay: period.from,
    lastDay: addDays(period.toExclusive, -1),
    errorCount: problems.errorCount + count("error"),
    warningCount: problems.warningCount + count("warning"),
    figureCount: figures.length,
  };
  const listed = [...told, ...problems.listed];
  if (isRefused || isOpen) return partWithout(source, isRefused ? "refused" : "question", listed, known);
  return { report: sourceReport(source, "imported", listed, known), curve: null, figures };
}
