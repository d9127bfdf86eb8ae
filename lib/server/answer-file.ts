import "server-only";
import { attachmentNamed } from "./content-disposition";

/** A file to download. */
export type AnsweredFile = {
  readonly name: string;
  /** Of {@link SAFE_TYPES}; any other goes as bytes that a browser does not look into. */
  readonly type: string;
  readonly content: string | Uint8Array | AsyncIterable<Uint8Array>;
};

const OFFICE = "application/vnd.openxmlformats-officedocument";
const OPEN_DOCUMENT = "application/vnd.oasis.opendocument";

/** What no browser runs anything of: HTML, SVG and XML are not there. */
const SAFE_TYPES: ReadonlySet<string> = new Set([
  "application/json",
  "application/octet-stream",
  "application/pdf",
  "application/zip",
  "image/jpeg",
  "image/png",
  "text/calendar",
  "text/csv",
  "text/plain",
  ...["text", "spreadsheet", "presentation"].map((kind) => `${OPEN_DOCUMENT}.${kind}`),
  ...["wordprocessingml.document", "spreadsheetml.sheet", "presentationml.presentation"].map(
    (kind) => `${OFFICE}.${kind}`,
  ),
]);

/** A name that every client understands as it is. */
const PLAIN_NAME = /^[\w .-]+$/;

/**
 * A file as an answer: the one way bytes leave, those that somebody handed in included.
 *
 * Saved and never shown as a page of ours: named as an attachment, of a type from a fixed list that a browser may not
 * second-guess, and sandboxed should one open it all the same. What is made while it is sent stops when the caller leaves.
 *
 * @param headers - What is said besides; how long it may be kept, where it may be.
 */
export function answerFile(
  { name, type, content }: AnsweredFile,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const isSafe = SAFE_TYPES.has(type.split(";")[0]?.trim() ?? "");
  const body = typeof content === "string" || content instanceof Uint8Array ? toBytes(content) : toStream(content);
  return new Response(body, {
    headers: {
      "cache-control": "private, no-store",
      ...headers,
      "content-type": isSafe ? type : "application/octet-stream",
      "content-disposition": PLAIN_NAME.test(name) ? `attachment; filename="${name}"` : attachmentNamed(name),
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    },
  });
}

function toBytes(content: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return typeof content === "string" ? new TextEncoder().encode(content) : Uint8Array.from(content);
}

function toStream(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
