import { setImmediate as letOthersRun } from "node:timers/promises";
import { Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { archiveTime } from "./archive-time";

/** A file of an archive that is written while it is read. */
export type StreamedFile = {
  /** With `/` between folders; each once. */
  readonly path: string;
  /** All at once, or piece by piece. */
  readonly content: Uint8Array | AsyncIterable<Uint8Array>;
  /** For what is compressed already, like a PDF or a workbook. */
  readonly isPacked?: boolean;
};

/**
 * Puts files into a zip one after the other: what is held is a file at most, and the process answers others meanwhile.
 *
 * @param files - In the order wanted; one is asked for when the one before is written.
 * @param modifiedAtMs - What every file shows as its date, in Paris time. [ms since 1970-01-01T00:00:00Z]
 * @throws {Error} when two files have the same path, or a file fails: what was written before is no archive.
 */
export async function* streamArchive(
  files: Iterable<StreamedFile> | AsyncIterable<StreamedFile>,
  modifiedAtMs: number,
): AsyncGenerator<Uint8Array> {
  let written: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    written.push(bytes);
  });
  const take = () => {
    const chunks = written;
    written = [];
    return chunks;
  };
  const paths = new Set<string>();
  for await (const { path, content, isPacked = false } of files) {
    if (paths.has(path)) throw new Error(`two files at ${path}`);
    paths.add(path);
    const entry = isPacked ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
    entry.mtime = archiveTime(modifiedAtMs);
    zip.add(entry);
    if (content instanceof Uint8Array) entry.push(content, true);
    else {
      for await (const chunk of content) {
        entry.push(chunk);
        yield* take();
        await letOthersRun();
      }
      entry.push(new Uint8Array(), true);
    }
    yield* take();
    await letOthersRun();
  }
  zip.end();
  yield* take();
}
