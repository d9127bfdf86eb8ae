import { signedDocumentType } from "@/lib/domain/consents/signed-document-type";
import { readZipDirectory } from "@/lib/formats/archive/zip-directory";

const OFFICE = "application/vnd.openxmlformats-officedocument";
const OPEN_DOCUMENT = "application/vnd.oasis.opendocument";

type Package = { readonly type: string; readonly parts: readonly string[] };

/** Formats that are archives: what each always holds. */
const PACKAGES: Readonly<Record<string, Package>> = {
  docx: { type: `${OFFICE}.wordprocessingml.document`, parts: ["[Content_Types].xml", "word/document.xml"] },
  xlsx: { type: `${OFFICE}.spreadsheetml.sheet`, parts: ["[Content_Types].xml", "xl/workbook.xml"] },
  pptx: { type: `${OFFICE}.presentationml.presentation`, parts: ["[Content_Types].xml", "ppt/presentation.xml"] },
  odt: { type: `${OPEN_DOCUMENT}.text`, parts: ["mimetype", "content.xml"] },
  ods: { type: `${OPEN_DOCUMENT}.spreadsheet`, parts: ["mimetype", "content.xml"] },
  odp: { type: `${OPEN_DOCUMENT}.presentation`, parts: ["mimetype", "content.xml"] },
};

// Whoever opens a proof must not run what came with it.
const MACROS = /(?:^|\/)vbaProject\.bin$|^Basic\/|^Scripts\//i;
const MAX_ENTRIES = 10_000;

const TEXTS: Readonly<Record<string, string>> = { csv: "text/csv", txt: "text/plain" };

/**
 * What a document that is handed in as a proof is, from its bytes, which must agree with its name.
 *
 * @returns Its media type; null when it is of none of the accepted formats, cut short, under a password, or holds macros.
 */
export function evidenceDocumentType(name: string, bytes: Uint8Array): string | null {
  const extension = name.split(".").at(-1)?.toLowerCase() ?? "";
  const office = PACKAGES[extension];
  if (office) return isPackage(bytes, office) ? office.type : null;
  const text = TEXTS[extension];
  if (text !== undefined) return isText(bytes) ? text : null;
  return signedDocumentType(name, bytes);
}

function isPackage(bytes: Uint8Array, { type, parts }: Package): boolean {
  const directory = readZipDirectory(bytes);
  if (typeof directory === "string" || directory.entryCount > MAX_ENTRIES) return false;
  const paths = new Set<string>();
  for (const entry of directory.entries()) {
    if (entry === "damaged" || entry.isEncrypted || MACROS.test(entry.path)) return false;
    paths.add(entry.path);
  }
  if (!parts.every((part) => paths.has(part))) return false;
  // An OpenDocument says in clear, at its very start, which of its kinds it is.
  return parts[0] !== "mimetype" || startText(bytes).includes(`mimetype${type}`);
}

function isText(bytes: Uint8Array): boolean {
  // Any encoding a spreadsheet writes; what no text holds is a NUL or another control character.
  return bytes.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d || byte === 0x0c);
}

function startText(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 200));
}
