const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** A line of a file, without its end. */
export type ByteLine = {
  /** 1-based, blank lines counted. */
  readonly number: number;
  /** UTF-8 or Windows-1252; a view of the file, not a copy. */
  readonly bytes: Uint8Array;
};

/** A line longer than was allowed for: the file is not what it is taken for. */
export class LineTooLongError extends Error {
  readonly line: number;

  constructor(line: number) {
    super(`line ${line} is too long`);
    this.line = line;
  }
}

/**
 * Cuts a file that arrives in pieces into lines, one held at a time; blank ones are left out.
 *
 * A byte-order mark is dropped; UTF-16 becomes UTF-8.
 *
 * @param maxBytes - The longest line that is waited for. [B]
 * @throws {LineTooLongError} when a line is longer.
 */
export async function* readByteLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<ByteLine> {
  let number = 0;
  let rest = new Uint8Array(0);
  for await (const chunk of toSingleBytes(chunks)) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      number += 1;
      const bytes = trimLine(join(rest, chunk.subarray(start, end)));
      rest = new Uint8Array(0);
      start = end + 1;
      if (bytes.length > 0) yield { number, bytes };
    }
    rest = join(rest, chunk.subarray(start));
    if (rest.length > maxBytes) throw new LineTooLongError(number + 1);
  }
  const bytes = trimLine(rest);
  if (bytes.length > 0) yield { number: number + 1, bytes };
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}

function trimLine(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === CARRIAGE_RETURN || bytes[end - 1] === 32 || bytes[end - 1] === 9)) end -= 1;
  return bytes.subarray(0, end);
}

// The first bytes say how the text is written; a first piece may be shorter than they are.
async function* toSingleBytes(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | null = new Uint8Array(0);
  let decoder: TextDecoder | null = null;
  const encoder = new TextEncoder();
  const convert = (bytes: Uint8Array) => (decoder ? encoder.encode(decoder.decode(bytes, { stream: true })) : bytes);
  for await (const chunk of chunks) {
    if (!head) {
      yield convert(chunk);
      continue;
    }
    head = join(head, chunk);
    if (head.length < 3) continue;
    decoder = utf16Decoder(head);
    yield convert(isUtf8Marked(head) ? head.subarray(3) : head);
    head = null;
  }
  if (head) yield head;
}

function utf16Decoder(head: Uint8Array): TextDecoder | null {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder("utf-16le");
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder("utf-16be");
  return null;
}

function isUtf8Marked(head: Uint8Array): boolean {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
}
