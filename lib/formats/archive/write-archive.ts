import { type Zippable, zipSync } from "fflate";
import { archiveTime } from "./archive-time";

/** A file to put into an archive. */
export type ArchivedFile = {
  /** With `/` between folders; each once. */
  readonly path: string;
  readonly bytes: Uint8Array;
};

/**
 * Puts files into a zip.
 *
 * @param files - In the order wanted.
 * @param modifiedAtMs - What every file shows as its date, in Paris time: same input, same
 *   bytes, on any machine. [ms since 1970-01-01T00:00:00Z]
 * @throws {Error} when two files have the same path.
 */
export function writeArchive(files: readonly ArchivedFile[], modifiedAtMs: number): Uint8Array {
  const mtime = archiveTime(modifiedAtMs);
  const entries: Zippable = {};
  for (const { path, bytes } of files) {
    if (Object.hasOwn(entries, path)) throw new Error(`two files at ${path}`);
    entries[path] = [bytes, { mtime }];
  }
  return zipSync(entries, { level: 6 });
}
