import { type ArchiveLimits, readArchive } from "@/lib/formats/archive/read-archive";
import type { FileProblem } from "@/lib/formats/file-problem";
import { type ReferentialOptions, readReferential } from "./read-referential";
import type { ReferentialFile, ReferentialReading } from "./referential-reading";

/** The whole CAE is 86 files and 3 MB. */
const LIMITS: ArchiveLimits = { maxEntries: 2_000, maxEntryBytes: 5_000_000, maxUnpackedBytes: 50_000_000 };

const ZIP_MARK = [0x50, 0x4b] as const;

/**
 * Reads a referential as people hand it over: one file, the files of a folder, or an archive of them.
 *
 * In an archive only markdown is looked at; what is wrong with the archive itself is told under its name.
 */
export function readReferentialUpload(
  uploads: readonly ReferentialFile[],
  options: ReferentialOptions,
): ReferentialReading {
  const files: ReferentialFile[] = [];
  const damaged = new Map<string, FileProblem[]>();
  for (const upload of uploads) {
    if (!isZip(upload)) {
      files.push(upload);
      continue;
    }
    for (const item of readArchive(upload.bytes, LIMITS, isMarkdown)) {
      if (item.kind === "file") files.push({ name: item.path, bytes: item.bytes });
      else damaged.set(upload.name, [...(damaged.get(upload.name) ?? []), item.problem]);
    }
  }
  const reading = readReferential(files, options);
  const archives = [...damaged].map(([name, listed]) => ({
    name,
    problems: { listed, errorCount: listed.length, warningCount: 0 },
  }));
  const count = archives.reduce((sum, { problems }) => sum + problems.errorCount, 0);
  return { ...reading, files: [...archives, ...reading.files], errorCount: reading.errorCount + count };
}

function isZip({ name, bytes }: ReferentialFile): boolean {
  return /\.zip$/i.test(name) || ZIP_MARK.every((byte, index) => bytes[index] === byte);
}

function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown|zip)$/i.test(path);
}
