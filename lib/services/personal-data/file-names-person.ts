import { readArchive } from "@/lib/formats/archive/read-archive";

// What was kept was within the limits of its upload; these only bound the work on one file.
const LIMITS = { maxEntries: 20_000, maxEntryBytes: 200_000_000, maxUnpackedBytes: 1_000_000_000 };
const ZIP_SIGNATURE = 0x504b0304;
const MAX_DEPTH = 3; // a workbook in an archive in an archive

/** Whether the bytes of a file hold one of the texts, in an archive or a workbook as in plain text. */
export function fileNamesPerson(bytes: Uint8Array, texts: readonly string[]): boolean {
  const needles = texts
    .flatMap((text) => [text, inXml(text), inXml(text).replaceAll("'", "&apos;")])
    .flatMap((text) => [Buffer.from(text, "utf8"), Buffer.from(text, "latin1")]);
  return holdsAny(bytes, needles, 0);
}

// The cells of a workbook are XML: « Jean & Cie » is written otherwise there.
const inXml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function holdsAny(bytes: Uint8Array, needles: readonly Buffer[], depth: number): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (needles.some((needle) => buffer.includes(needle))) return true;
  if (buffer.byteLength < 4 || buffer.readUInt32BE() !== ZIP_SIGNATURE) return false;
  if (depth === MAX_DEPTH) return true; // what cannot be looked into may hold anything
  for (const item of readArchive(bytes, LIMITS)) {
    if (item.kind === "problem" || holdsAny(item.bytes, needles, depth + 1)) return true;
  }
  return false;
}
