import { readArchive } from "@/lib/formats/archive/read-archive";
import { readZipDirectory } from "@/lib/formats/archive/zip-directory";
import { baseName } from "@/lib/formats/base-name";
import type { FileProblem } from "@/lib/formats/file-problem";
import { recognizeFile } from "@/lib/formats/recognize-file";
import { UPLOAD_LIMITS } from "./upload-limits";

/** One file of an upload, out of its archive; or why it could not be taken out. */
export type Source =
  | { readonly kind: "file"; readonly name: string; readonly archive: string | null; readonly bytes: Uint8Array }
  | { readonly kind: "problem"; readonly name: string; readonly archive: string | null; readonly problem: FileProblem };

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

/** Every file of an upload, one at a time, archives opened: only one unpacked file is in memory. */
export function* listSources(uploads: readonly Upload[]): Generator<Source> {
  for (const upload of uploads) {
    const name = baseName(upload.name);
    if (!isArchive(upload)) yield { kind: "file", name, archive: null, bytes: upload.bytes };
    else yield* listArchive(upload.bytes, name);
  }
}

function* listArchive(bytes: Uint8Array, archive: string): Generator<Source> {
  const limits = {
    maxEntries: UPLOAD_LIMITS.entries,
    maxEntryBytes: UPLOAD_LIMITS.fileBytes,
    maxUnpackedBytes: UPLOAD_LIMITS.unpackedBytes,
  };
  let isEmpty = true;
  for (const item of readArchive(bytes, limits)) {
    isEmpty = false;
    if (item.kind === "file") yield { kind: "file", name: item.name, archive, bytes: item.bytes };
    else yield { kind: "problem", name: item.path ?? archive, archive, problem: item.problem };
  }
  if (isEmpty) yield { kind: "problem", name: archive, archive, problem: EMPTY_ARCHIVE };
}

function isArchive({ name, bytes }: Upload): boolean {
  return recognizeFile(name, bytes).kind === "archive";
}
