import { readArchive } from "@/lib/formats/archive/read-archive";
import { readZipDirectory } from "@/lib/formats/archive/zip-directory";
import { MACROS, type Refusal, refuseCompoundFile, refuseOtherWorkbook, WORKBOOK } from "./workbook-parts";

const MAX_ENTRIES = 2_000;
const MAX_LIST_BYTES = 1_000_000;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** What a workbook says of itself before any cell of it is read. */
export type WorkbookSurvey = {
  /** In order; none when it cannot be read. */
  readonly sheetNames: readonly string[];
  readonly hasMacros: boolean;
  /** Why it cannot be read. */
  readonly refusal: Refusal | null;
};

/**
 * Looks at what a file is as a workbook: only its list of sheets is unpacked, whatever it weighs.
 *
 * @param bytes - The whole file: the directory of an .xlsx is at its end.
 * @returns Null when it is none.
 */
export function surveyWorkbook(bytes: Uint8Array): WorkbookSurvey | null {
  const compound = refuseCompoundFile(bytes);
  if (compound) return { sheetNames: [], hasMacros: false, refusal: compound };
  const paths = listPaths(bytes);
  const refusal = refuseOtherWorkbook(paths);
  if (!refusal && !paths.has(WORKBOOK)) return null;
  return { sheetNames: refusal ? [] : listSheetNames(bytes), hasMacros: paths.has(MACROS), refusal };
}

function listPaths(bytes: Uint8Array): ReadonlySet<string> {
  const paths = new Set<string>();
  const directory = bytes[0] === 0x50 && bytes[1] === 0x4b ? readZipDirectory(bytes) : "not_a_zip";
  if (typeof directory === "string" || directory.entryCount > MAX_ENTRIES) return paths;
  for (const entry of directory.entries()) if (entry !== "damaged") paths.add(entry.path.replace(/^\//, ""));
  return paths;
}

function listSheetNames(bytes: Uint8Array): string[] {
  const limits = { maxEntries: MAX_ENTRIES, maxEntryBytes: MAX_LIST_BYTES, maxUnpackedBytes: MAX_LIST_BYTES };
  const [item] = readArchive(bytes, limits, (path) => path.replace(/^\//, "") === WORKBOOK);
  if (item?.kind !== "file") return [];
  const xml = new TextDecoder().decode(item.bytes);
  return Array.from(xml.matchAll(/<sheet [^<>]*?\bname="([^"<>]*)"/g), ([, name = ""]) => decodeEntities(name));
}

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:(\w+)|#(\d{1,6})|#x([\da-f]{1,5}));/gi,
    (whole, name?: string, decimal?: string, hex?: string) =>
      name ? (ENTITIES[name] ?? whole) : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
  );
}
