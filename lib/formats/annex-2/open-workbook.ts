import ExcelJS from "exceljs";
import { zipSync } from "fflate";
import type { ProblemLog } from "@/lib/formats/problem-log";
import { reduceSheetXml } from "./reduce-sheet-xml";
import * as messages from "./workbook-messages";
import { readWorkbookParts, type WorkbookParts } from "./workbook-parts";

const MAX_CELLS = 200_000;

const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/**
 * Opens an .xlsx that anybody may have made.
 *
 * Only the cells, their formats, what is merged and what is hidden reach exceljs: a
 * data validation or a name over whole columns would keep it busy for ever.
 *
 * @returns Null, and the reason in the log, when it cannot be read.
 */
export async function openWorkbook(bytes: Uint8Array, log: ProblemLog): Promise<ExcelJS.Workbook | null> {
  const parts = readWorkbookParts(bytes, log);
  if (!parts) return null;
  const reduced = reduceParts(parts);
  if (typeof reduced === "string") {
    if (reduced === "too_many_cells") log.error("WORKBOOK_TOO_LARGE", {}, messages.tooManyCells);
    else log.error("WORKBOOK_UNREADABLE", {}, messages.unreadable);
    return null;
  }
  const workbook = new ExcelJS.Workbook();
  try {
    const zip = zipSync(reduced, { level: 0 });
    await workbook.xlsx.load(zip.buffer as ArrayBuffer);
    return workbook;
  } catch {
    log.error("WORKBOOK_UNREADABLE", {}, messages.unreadable); // XML that exceljs does not know
    return null;
  }
}

function reduceParts(parts: WorkbookParts): Record<string, Uint8Array> | "unreadable" | "too_many_cells" {
  const reduced: Record<string, Uint8Array> = {};
  let cellCount = 0;
  for (const [path, bytes] of parts) {
    if (path.startsWith("xl/worksheets/")) {
      const sheet = reduceSheetXml(new TextDecoder().decode(bytes));
      if (!sheet) return "unreadable";
      cellCount += sheet.cellCount;
      if (cellCount > MAX_CELLS) return "too_many_cells";
      reduced[path] = new TextEncoder().encode(sheet.xml);
    } else if (path === "xl/workbook.xml") {
      const xml = reduceBookXml(new TextDecoder().decode(bytes));
      if (!xml) return "unreadable";
      reduced[path] = new TextEncoder().encode(xml);
    } else reduced[path] = bytes;
  }
  return reduced;
}

// The list of sheets alone.
function reduceBookXml(xml: string): string | null {
  const start = xml.indexOf("<sheets>");
  const end = xml.indexOf("</sheets>", start);
  if (start < 0 || end < 0) return null;
  return `<workbook xmlns:r="${RELATIONSHIPS}">${xml.slice(start, end)}</sheets></workbook>`;
}
