import "server-only";
import { findLogoOfOperation } from "@/lib/data/collectivity-logos";
import { renderCouncilReport } from "@/lib/documents/council-report";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { writeDatedFileName } from "@/lib/formats/annex-6/dated-file-name";
import type { RunFile } from "@/lib/services/outputs/build-run-file";
import { gatherCouncilReport, type ReportingOperation } from "./gather-council-report";

/**
 * The report to the council as a PDF.
 *
 * @throws {DomainError} NOTHING_SETTLED when none of the periods is settled.
 */
export async function buildCouncilReport(
  operation: ReportingOperation,
  range: Period,
  today: CivilDate,
): Promise<RunFile> {
  const [report, logo] = await Promise.all([
    gatherCouncilReport(operation, range, today),
    findLogoOfOperation(operation.id),
  ]);
  if (!report) throw new DomainError("NOTHING_SETTLED", "a report tells settled periods");
  const { accNumber, slug } = operation.sheet;
  const name = `${writeDatedFileName(accNumber ?? slug, report.range)}_rapport.pdf`;
  return { name, type: "application/pdf", content: await renderCouncilReport(report, logo) };
}
