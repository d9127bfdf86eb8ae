import "server-only";
import { renderClimateReport } from "@/lib/documents/climate-report";
import type { ClimateReport } from "@/lib/domain/scoring/climate-report";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { suggestSlug } from "@/lib/format/suggest-slug";
import { streamWorkbook } from "@/lib/formats/workbook/stream-workbook";
import { gatherClimateReport, type ReportedCollectivity } from "./gather-climate-report";
import { listClimateSheets } from "./list-climate-sheets";
import { writeClimateTable } from "./write-climate-table";

/** A file that a climate plan can be taken away as. */
export type ClimateExportFormat = "xlsx" | "pdf" | "csv";

/** A file, whole or piece by piece. */
export type ClimateExport = {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array | AsyncIterable<Uint8Array>;
};

const TYPES: Readonly<Record<ClimateExportFormat, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
  csv: "text/csv; charset=utf-8",
};

/**
 * A climate plan as a file: a workbook for its auditor, a synthesis for the council, or the table of its actions.
 *
 * @param snapshotId - Null: the plan as it stands.
 * @param nowMs - When it is written.
 * @returns Null when the collectivity has no such snapshot.
 */
export async function buildClimateExport(
  collectivity: ReportedCollectivity,
  format: ClimateExportFormat,
  snapshotId: string | null,
  nowMs: number,
): Promise<ClimateExport | null> {
  const report = await gatherClimateReport(collectivity, snapshotId, nowMs);
  if (!report) return null;
  const day = parisCivilDate(report.snapshot?.takenAtMs ?? nowMs);
  const name = `plan-climat-${suggestSlug(collectivity.name)}-${day}.${format}`;
  return { name, type: TYPES[format], content: await write(report, format) };
}

function write(report: ClimateReport, format: ClimateExportFormat) {
  if (format === "pdf") return renderClimateReport(report);
  if (format === "csv") return new TextEncoder().encode(writeClimateTable(report));
  return streamWorkbook(listClimateSheets(report), parisCivilDate(report.writtenAtMs));
}
