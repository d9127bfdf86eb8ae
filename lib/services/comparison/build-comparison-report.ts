import "server-only";
import { readOperationParties } from "@/lib/data/operation-sheets";
import type { OperationSheet } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { type ComparisonReport, renderComparisonReport } from "@/lib/documents/comparison-report";
import { DomainError } from "@/lib/domain/errors";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import {
  describeExplainedPart,
  describeTolerance,
  describeVerdict,
  FIGURE_SOURCES,
} from "@/lib/format/comparison-words";
import { ENERGY_WORDS } from "@/lib/format/energy-words";
import { formatPeriod } from "@/lib/format/format-date";
import { RULE_REASONS } from "@/lib/format/rule-reasons";
import { streamWorkbook } from "@/lib/formats/workbook/stream-workbook";
import { listReportSheets } from "./list-report-sheets";
import { type Comparison, type NamedFigure, readComparison } from "./read-comparison";

/** A report as a file. */
export type ReportFile = {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array | AsyncIterable<Uint8Array>;
};

/**
 * The report on the comparison of a run, to be sent to the operator.
 *
 * @returns Null when the operation has no such run.
 * @throws {DomainError} NOTHING_COMPARED before the first result.
 */
export async function buildComparisonReport(
  operation: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  runId: string,
  format: "pdf" | "xlsx",
): Promise<ReportFile | null> {
  const comparison = await readComparison(operation.id, runId);
  if (!comparison) return null;
  const { computedAt, run } = comparison;
  if (!computedAt || comparison.figures.length === 0) {
    throw new DomainError("NOTHING_COMPARED", "the operator published nothing about the period");
  }
  const { organiser } = await readOperationParties(operation.id);
  const report = toReport(operation.sheet, organiser?.organisationName ?? null, comparison);
  const name = `${operation.sheet.slug}-${run.period.from}-comparaison-v${run.version}.${format}`;
  if (format === "pdf") return { name, type: "application/pdf", content: await renderComparisonReport(report) };
  return {
    name,
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    content: streamWorkbook(listReportSheets(report, comparison.figures), parisCivilDate(computedAt.getTime())),
  };
}

function toReport(
  { name, accNumber }: OperationSheet,
  organiserName: string | null,
  comparison: Comparison,
): ComparisonReport {
  const { run, summary, figures, explanation } = comparison;
  const { claims = [], sentences = [] } = explanation ?? {};
  return {
    operationName: name,
    accNumber,
    organiserName,
    period: run.period,
    version: run.version,
    engineVersion: run.engineVersion,
    inputFingerprint: run.inputFingerprint,
    settledAt: run.createdAt,
    comparedAt: comparison.computedAt,
    verdict: describeVerdict(summary),
    figureCount: summary.figures,
    incompletePointCount: summary.incompletePoints,
    tolerances: describeTolerance(run.stepMinutes),
    reasons: sentences,
    explainedPart:
      explanation && claims.length > 0
        ? describeExplainedPart(explanation.explainedRatio, explanation.isComplete)
        : null,
    rules: run.rules.map(
      ({ from, toExclusive, reason, articles }) =>
        `${formatPeriod(from, toExclusive)} : ${RULE_REASONS[reason]} (art. ${articles.join(", ")}).`,
    ),
    differences: figures.filter(({ isDifferent }) => isDifferent).map(toDifference),
  };
}

function toDifference(figure: NamedFigure): ComparisonReport["differences"][number] {
  const { name, prm, consumerName, quantity, source, steps } = figure;
  return {
    name: [name ?? "Opération entière", ...(consumerName === null ? [] : [`vers ${consumerName}`])].join(" "),
    prm,
    quantity: ENERGY_WORDS[quantity],
    source: FIGURE_SOURCES[source],
    oursWh: figure.oursWh,
    theirsWh: figure.theirsWh,
    differenceWh: figure.differenceWh,
    differenceRatio: figure.differenceRatio,
    firstMs: steps?.firstMs ?? null,
    differingSteps: steps?.differingSteps ?? null,
  };
}
