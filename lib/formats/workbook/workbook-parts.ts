import { type ArchiveItem, readArchive } from "@/lib/formats/archive/read-archive";
import type { ProblemLog } from "@/lib/formats/problem-log";
import * as messages from "./workbook-messages";

const LIMITS = { maxEntries: 2_000, maxEntryBytes: 20_000_000, maxUnpackedBytes: 50_000_000 };
const MAX_FILE_BYTES = 20_000_000;

/** The part that lists the sheets of a workbook. */
export const WORKBOOK = "xl/workbook.xml";
const NEEDED =
  /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/sheet\d+\.xml)$/;
/** The part that holds macros, where a workbook has some. */
export const MACROS = "xl/vbaProject.bin";
const BINARY_WORKBOOK = "xl/workbook.bin";
const OPEN_DOCUMENT = "content.xml";

// Compound file: the container of .xls, and of an .xlsx under a password.
const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0];
const ENCRYPTED_PACKAGE = Buffer.from("EncryptedPackage", "utf16le");

/** The parts of a workbook that hold its cells, by path, unpacked and proven whole. */
export type WorkbookParts = ReadonlyMap<string, Uint8Array>;

/**
 * Unpacks what is needed of an .xlsx, and nothing else of it.
 *
 * exceljs unpacks whatever it is given, however large: sizes are checked here first.
 *
 * @returns Null, and the reason in the log, when this is no workbook that can be read.
 */
export function readWorkbookParts(bytes: Uint8Array, log: ProblemLog): WorkbookParts | null {
  const refusal = refuseByContent(bytes);
  if (refusal) {
    log.error(refusal.code, {}, () => refusal.message);
    return null;
  }
  const parts = new Map<string, Uint8Array>();
  const paths = new Set<string>();
  for (const item of readArchive(bytes, LIMITS)) {
    const path = item.path?.replace(/^\//, "") ?? null;
    if (path !== null) paths.add(path);
    const isNeeded = path !== null && NEEDED.test(path);
    if (item.kind === "file" && isNeeded) parts.set(path, item.bytes);
    if (item.kind === "problem" && (isNeeded || !isOfOneEntry(item))) {
      const { code, message } = refuseByItem(item);
      log.error(code, {}, () => message);
      return null;
    }
  }
  if (!parts.has(WORKBOOK)) {
    const { code, message } = refuseByPaths(paths);
    log.error(code, {}, () => message);
    return null;
  }
  if (paths.has(MACROS)) log.warning("MACROS_IGNORED", {}, messages.macrosIgnored);
  return parts;
}

/** Why a file is no workbook that can be read, in French. */
export type Refusal = { readonly code: string; readonly message: string };

function refuseByContent(bytes: Uint8Array): Refusal | null {
  if (bytes.length === 0) return { code: "EMPTY_FILE", message: messages.emptyFile() };
  if (bytes.length > MAX_FILE_BYTES) return { code: "WORKBOOK_TOO_LARGE", message: messages.tooLarge() };
  return refuseCompoundFile(bytes);
}

/** Why a compound file is no workbook that can be read; null when it is something else. */
export function refuseCompoundFile(bytes: Uint8Array): Refusal | null {
  if (OLE_SIGNATURE.some((byte, index) => bytes[index] !== byte)) return null;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ENCRYPTED_PACKAGE)
    ? { code: "WORKBOOK_ENCRYPTED", message: messages.encrypted() }
    : { code: "WORKBOOK_XLS", message: messages.oldFormat() };
}

// A picture or an attachment that cannot be unpacked does no harm.
function isOfOneEntry(item: ArchiveItem & { readonly kind: "problem" }): boolean {
  return item.path !== null && item.problem.code.startsWith("ENTRY_");
}

function refuseByItem({ problem }: ArchiveItem & { readonly kind: "problem" }): Refusal {
  switch (problem.code) {
    case "ARCHIVE_NOT_A_ZIP":
      return { code: "NOT_A_WORKBOOK", message: messages.notAWorkbook() };
    case "ARCHIVE_TRUNCATED":
    case "ENTRY_DAMAGED":
      return { code: "WORKBOOK_DAMAGED", message: messages.damaged() };
    case "ENTRY_ENCRYPTED":
      return { code: "WORKBOOK_ENCRYPTED", message: messages.encrypted() };
    case "ARCHIVE_TOO_LARGE":
    case "ARCHIVE_TOO_MANY_FILES":
    case "ENTRY_TOO_LARGE":
      return { code: "WORKBOOK_TOO_LARGE", message: messages.tooLarge() };
    default:
      return { code: "WORKBOOK_UNREADABLE", message: messages.unreadable() };
  }
}

function refuseByPaths(paths: ReadonlySet<string>): Refusal {
  return refuseOtherWorkbook(paths) ?? { code: "NOT_A_WORKBOOK", message: messages.notAWorkbook() };
}

/** Why a zip with these paths is a workbook of another format; null when it is none. */
export function refuseOtherWorkbook(paths: ReadonlySet<string>): Refusal | null {
  if (paths.has(BINARY_WORKBOOK)) return { code: "WORKBOOK_BINARY", message: messages.binary() };
  return paths.has(OPEN_DOCUMENT) ? { code: "WORKBOOK_ODS", message: messages.openDocument() } : null;
}
