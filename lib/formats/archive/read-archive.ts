import { crc32 } from "node:zlib";
import { baseName } from "@/lib/formats/base-name";
import type { FileProblem } from "@/lib/formats/file-problem";
import { typesetFrench } from "@/lib/formats/typeset-french";
import { inflateAtMost } from "./inflate-at-most";
import { readZipDirectory, type ZipEntry } from "./zip-directory";

const LOCAL_HEADER_LENGTH = 30;
const LOCAL_SIGNATURE = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const MEGABYTE = 1_000_000;

/** What an archive may hold. */
export type ArchiveLimits = {
  /** Files, folders and system files included. */
  readonly maxEntries: number;
  /** One file, unpacked. [B] */
  readonly maxEntryBytes: number;
  /** All files together, unpacked. [B] */
  readonly maxUnpackedBytes: number;
};

/** A file of the archive, or what is wrong with it or with the archive. */
export type ArchiveItem =
  | {
      readonly kind: "file";
      /** Without folders: it cannot point anywhere. */
      readonly name: string;
      /** As written in the archive, for messages only. */
      readonly path: string;
      readonly bytes: Uint8Array;
    }
  | { readonly kind: "problem"; readonly path: string | null; readonly problem: FileProblem };

/**
 * The files of a zip, one at a time: only the archive and one file are in memory.
 *
 * Folders, `__MACOSX` and dot files are passed over. A bad entry is a problem and
 * hides no other; an archive over its limits stops there. Sizes are checked as
 * declared, before anything is unpacked, and again as they come out, so neither a
 * bomb nor a lying header takes more than `maxEntryBytes` and a few megabytes.
 *
 * @param zip - The whole archive.
 * @param isWanted - What of it is looked at, by path; the rest is not unpacked.
 */
export function* readArchive(
  zip: Uint8Array,
  limits: ArchiveLimits,
  isWanted: (path: string) => boolean = () => true,
): Generator<ArchiveItem> {
  const directory = readZipDirectory(zip);
  if (typeof directory === "string") {
    yield directoryProblem(directory);
    return;
  }
  if (directory.entryCount > limits.maxEntries) {
    yield problem(
      null,
      "ARCHIVE_TOO_MANY_FILES",
      `L'archive contient ${directory.entryCount} fichiers ; la limite est ${limits.maxEntries}. Découpez-la en plusieurs archives.`,
    );
    return;
  }
  let unpackedBytes = 0;
  for (const entry of directory.entries()) {
    if (entry === "damaged") {
      yield directoryProblem("truncated");
      return;
    }
    if (isPassedOver(entry.path) || !isWanted(entry.path)) continue;
    unpackedBytes += entry.unpackedBytes;
    if (unpackedBytes > limits.maxUnpackedBytes) {
      yield problem(
        entry.path,
        "ARCHIVE_TOO_LARGE",
        `L'archive dépasse ${megabytes(limits.maxUnpackedBytes)} une fois décompressée. Découpez-la en plusieurs archives.`,
      );
      return;
    }
    yield readItem(zip, entry, limits);
  }
}

function readItem(zip: Uint8Array, entry: ZipEntry, { maxEntryBytes }: ArchiveLimits): ArchiveItem {
  const { path } = entry;
  const name = baseName(path);
  if (entry.isEncrypted) {
    return problem(
      path,
      "ENTRY_ENCRYPTED",
      `« ${name} » est protégé par un mot de passe. Refaites l'archive sans mot de passe.`,
    );
  }
  if (/\.zip$/i.test(name)) {
    return problem(
      path,
      "ENTRY_NESTED",
      `« ${name} » est une archive dans l'archive. Décompressez-la et déposez ses fichiers.`,
    );
  }
  if (entry.unpackedBytes > maxEntryBytes) {
    return problem(
      path,
      "ENTRY_TOO_LARGE",
      `« ${name} » fait plus de ${megabytes(maxEntryBytes)} une fois décompressé : ce n'est pas un fichier de mesures ordinaire.`,
    );
  }
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    return problem(
      path,
      "ENTRY_METHOD",
      `« ${name} » est compressé d'une façon inconnue. Refaites l'archive au format zip ordinaire.`,
    );
  }
  const bytes = unpack(zip, entry);
  return bytes
    ? { kind: "file", name, path, bytes }
    : problem(path, "ENTRY_DAMAGED", `« ${name} » est abîmé dans l'archive. Téléchargez-la de nouveau.`);
}

function unpack(zip: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const header = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const { offset } = entry;
  if (offset + LOCAL_HEADER_LENGTH > zip.length || header.getUint32(offset, true) !== LOCAL_SIGNATURE) return null;
  // The local header repeats the name and may carry other extra fields.
  const start =
    offset + LOCAL_HEADER_LENGTH + header.getUint16(offset + 26, true) + header.getUint16(offset + 28, true);
  if (start + entry.packedBytes > zip.length) return null;
  const packed = zip.subarray(start, start + entry.packedBytes);
  const bytes = entry.method === STORED ? packed : inflateAtMost(packed, entry.unpackedBytes);
  const isWhole = bytes?.length === entry.unpackedBytes && crc32(bytes) === entry.crc32;
  return isWhole ? bytes : null;
}

function isPassedOver(path: string): boolean {
  const parts = path.split(/[/\\]/);
  const name = parts.at(-1) ?? "";
  return name === "" || name.startsWith(".") || parts.includes("__MACOSX");
}

function directoryProblem(reason: "not_a_zip" | "truncated" | "zip64"): ArchiveItem {
  switch (reason) {
    case "not_a_zip":
      return problem(
        null,
        "ARCHIVE_NOT_A_ZIP",
        "Ce fichier n'est pas une archive zip, malgré son nom. Déposez-le sous son vrai nom, ou refaites l'archive.",
      );
    case "truncated":
      return problem(
        null,
        "ARCHIVE_TRUNCATED",
        "L'archive est incomplète ou abîmée. Téléchargez-la de nouveau et déposez-la entière.",
      );
    case "zip64":
      return problem(
        null,
        "ARCHIVE_TOO_LARGE",
        "L'archive est d'un format réservé aux très gros volumes (zip64). Découpez-la.",
      );
  }
}

function problem(path: string | null, code: string, message: string): ArchiveItem {
  return { kind: "problem", path, problem: { severity: "error", code, message: typesetFrench(message) } };
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / MEGABYTE)} Mo`;
}
