import { readArchive } from "@/lib/formats/archive/read-archive";
import { readZipDirectory } from "@/lib/formats/archive/zip-directory";
import { baseName } from "@/lib/formats/base-name";
import type { FileProblem } from "@/lib/formats/file-problem";
import { recognizeFile } from "@/lib/formats/recognize-file";
import { UPLOAD_LIMITS } from "./upload-limits";

type Place = {
  /** Names it among the files of the upload, whenever they are read. */
  readonly key: string;
  readonly name: string;
  readonly archive: string | null;
};

/** One file of an upload, out of its archive. */
export type FileSource = Place & { readonly kind: "file"; readonly bytes: Uint8Array };

/** A file, or why it could not be taken out of its archive. */
export type Source = FileSource | (Place & { readonly kind: "problem"; readonly problem: FileProblem });

type Upload = { readonly name: string; readonly bytes: Uint8Array };

const EMPTY_ARCHIVE: FileProblem = {
  severity: "error",
  code: "ARCHIVE_EMPTY",
  message: "L’archive ne contient aucun fichier. Refaites-la avec les courbes à importer.",
};

/** The names of the files in an upload and what they weigh unpacked, as its archives declare it: nothing is unpacked. */
export function listSourceNames(uploads: readonly Upload[]): readonly { name: string; unpackedBytes: number }[] {
  return uploads.flatMap((upload) => {
    if (!isArchive(upload)) return [{ name: baseName(upload.name), unpackedBytes: upload.bytes.byteLength }];
    const directory = readZipDirectory(upload.bytes);
    if (typeof directory === "string") return [];
    const files: { name: string; unpackedBytes: number }[] = [];
    for (const entry of directory.entries()) {
      if (entry === "damaged" || files.length >= UPLOAD_LIMITS.entries) break;
      const name = baseName(entry.path);
      if (name !== "") files.push({ name, unpackedBytes: entry.unpackedBytes }); // a folder has none
    }
    return files;
  });
}

/**
 * Every file of an upload, one at a time, archives opened: only one unpacked file is in memory.
 *
 * @param isWanted - Which ones, by name; the others are not unpacked. A name is wanted, or is not, wherever it stands.
 */
export function* listSources(
  uploads: readonly Upload[],
  isWanted: (name: string) => boolean = () => true,
): Generator<Source> {
  const keyOf = keyMaker();
  for (const upload of uploads) {
    const name = baseName(upload.name);
    if (isArchive(upload)) yield* listArchive(upload.bytes, name, { isWanted, keyOf });
    else if (isWanted(name)) {
      yield { kind: "file", key: keyOf(null, name), name, archive: null, bytes: upload.bytes };
    }
  }
}

type Listing = {
  readonly isWanted: (name: string) => boolean;
  readonly keyOf: (archive: string | null, name: string) => string;
};

// The order of the files tells two of the same name apart.
function keyMaker(): Listing["keyOf"] {
  const met = new Map<string, number>();
  return (archive, name) => {
    const key = archive === null ? name : `${archive}/${name}`;
    const count = (met.get(key) ?? 0) + 1;
    met.set(key, count);
    return count === 1 ? key : `${key}~${count}`;
  };
}

function* listArchive(bytes: Uint8Array, archive: string, { isWanted, keyOf }: Listing): Generator<Source> {
  const limits = {
    maxEntries: UPLOAD_LIMITS.entries,
    maxEntryBytes: UPLOAD_LIMITS.fileBytes,
    maxUnpackedBytes: UPLOAD_LIMITS.unpackedBytes,
  };
  let isEmpty = true;
  const isLooked = (path: string) => {
    isEmpty = false;
    return isWanted(baseName(path));
  };
  for (const item of readArchive(bytes, limits, isLooked)) {
    isEmpty = false;
    const name = item.kind === "file" ? item.name : (item.path ?? archive);
    const place = { key: keyOf(archive, name), name, archive };
    if (item.kind === "file") yield { kind: "file", ...place, bytes: item.bytes };
    else yield { kind: "problem", ...place, problem: item.problem };
  }
  if (isEmpty) {
    yield { kind: "problem", key: keyOf(null, archive), name: archive, archive, problem: EMPTY_ARCHIVE };
  }
}

function isArchive({ name, bytes }: Upload): boolean {
  return recognizeFile(name, bytes).kind === "archive";
}

/** What an upload weighs unpacked, as its archives declare it. [B] */
export function weighUploads(uploads: readonly Upload[]): number {
  return listSourceNames(uploads).reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
}
