import ExcelJS from "exceljs";
import { zipSync } from "fflate";
import type { ProblemLog } from "@/lib/formats/problem-log";
import { reduceSheetXml } from "./reduce-sheet-xml";
import * as messages from "./workbook-messages";
import { readWorkbookParts, type WorkbookParts } from "./workbook-parts";

const MAX_CELLS = 200_000;
// exceljs compares each merge with all others.
const MAX_MERGES = 2_000;

const SHEET_PATH = /^xl\/worksheets\//;
const BOOK_PATH = /^xl\/workbook\.xml$/;
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
  const reduced: Record<string, Uint8Array> = Object.fromEntries(parts);
  let cellCount = 0;
  let mergeCount = 0;
  for (const [path, xml] of listXml(parts, SHEET_PATH)) {
    const sheet = reduceSheetXml(xml);
    if (!sheet) return "unreadable";
    cellCount += sheet.cellCount;
    mergeCount += sheet.mergeCount;
    reduced[path] = new TextEncoder().encode(sheet.xml);
  }
  for (const [path, xml] of listXml(parts, BOOK_PATH)) {
    const book = reduceBookXml(xml);
    if (!book) return "unreadable";
    reduced[path] = new TextEncoder().encode(book);
  }
  return cellCount > MAX_CELLS || mergeCount > MAX_MERGES ? "too_many_cells" : reduced;
}

function* listXml(parts: WorkbookParts, pattern: RegExp): Generator<readonly [string, string]> {
  for (const [path, bytes] of parts) if (pattern.test(path)) yield [path, new TextDecoder().decode(bytes)];
}

// The list of sheets alone.
function reduceBookXml(xml: string): string | null {
  const start = xml.indexOf("<sheets>");
  const end = xml.indexOf("</sheets>", start);
  if (start < 0 || end < 0) return null;
  return `<workbook xmlns:r="${RELATIONSHIPS}">${xml.slice(start, end)}</sheets></workbook>`;
}
