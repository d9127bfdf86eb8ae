import { decodeZipName } from "./decode-zip-name";

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const MAX_COMMENT = 0xffff;
const ZIP64_MARK_16 = 0xffff;
const ZIP64_MARK_32 = 0xffffffff;
const ENCRYPTED = 1;
const UTF8_NAME = 1 << 11;

/** One entry as the archive's directory declares it; nothing of it is proven yet. */
export type ZipEntry = {
  /** As written in the archive, folders included. */
  readonly path: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc32: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** Where its local header starts. */
  readonly offset: number;
};

/** The directory, or why there is none to read. */
export type ZipDirectory =
  | { readonly entryCount: number; readonly entries: () => Generator<ZipEntry | "damaged"> }
  | "not_a_zip"
  | "truncated"
  | "zip64";

/**
 * Finds the directory at the end of a zip.
 *
 * @see PKWARE APPNOTE 6.3.10, 4.3.12 (central directory header) and 4.3.16 (end record).
 */
export function readZipDirectory(zip: Uint8Array): ZipDirectory {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = findEnd(view);
  if (end === null) return zip[0] === 0x50 && zip[1] === 0x4b ? "truncated" : "not_a_zip";
  const entryCount = view.getUint16(end + 10, true);
  const offset = view.getUint32(end + 16, true);
  if (entryCount === ZIP64_MARK_16 || offset === ZIP64_MARK_32) return "zip64";
  return { entryCount, entries: () => listEntries(view, offset, entryCount) };
}

// The end record is last, but for a comment of unknown length.
function findEnd(view: DataView): number | null {
  const earliest = Math.max(0, view.byteLength - END_LENGTH - MAX_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= earliest; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return null;
}

function* listEntries(view: DataView, start: number, count: number): Generator<ZipEntry | "damaged"> {
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_LENGTH > view.byteLength || view.getUint32(at, true) !== ENTRY_SIGNATURE) {
      yield "damaged"; // the next entry cannot be found either
      return;
    }
    const nameLength = view.getUint16(at + 28, true);
    yield readEntry(view, at, nameLength);
    at += ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

function readEntry(view: DataView, at: number, nameLength: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const nameEnd = Math.min(at + ENTRY_LENGTH + nameLength, view.byteLength);
  const name = new Uint8Array(view.buffer, view.byteOffset + at + ENTRY_LENGTH, nameEnd - at - ENTRY_LENGTH);
  return {
    path: decodeZipName(name, (flags & UTF8_NAME) !== 0),
    method: view.getUint16(at + 10, true),
    isEncrypted: (flags & ENCRYPTED) !== 0,
    crc32: view.getUint32(at + 16, true),
    packedBytes: view.getUint32(at + 20, true),
    unpackedBytes: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
}
