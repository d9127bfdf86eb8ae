/** One part of a multipart body; `bytes` is a view of the body, not a copy. */
export type MultipartPart = {
  /** Lines before the empty one, as sent. */
  readonly headers: string;
  readonly bytes: Buffer;
};

const LINE_END = "\r\n";
const MAX_HEADER_BYTES = 16_384;
const NOWHERE = -1; // as indexOf says it

/**
 * The parts of a `multipart/form-data` body (RFC 2046, 5.1.1), one at a time.
 *
 * The platform's own reader copies every file, refuses an unquoted file name and says nothing of what is wrong.
 *
 * @returns Ends with "malformed" when a part has no end or no headers.
 */
export function* splitMultipart(body: Buffer, boundary: string): Generator<MultipartPart | "malformed"> {
  const delimiter = `--${boundary}`;
  const separator = LINE_END + delimiter;
  // The very first delimiter may lack the line end before it.
  const startsAtOnce = body.toString("latin1", 0, delimiter.length) === delimiter;
  let at = startsAtOnce ? -LINE_END.length : findSeparator(body, separator, 0);
  while (at !== NOWHERE) {
    const afterDelimiter = at + separator.length;
    if (body.toString("latin1", afterDelimiter, afterDelimiter + 2) === "--") return;
    const lineEnd = body.indexOf(LINE_END, afterDelimiter);
    const headersEnd = lineEnd === NOWHERE ? NOWHERE : body.indexOf(LINE_END + LINE_END, lineEnd);
    const start = headersEnd + 2 * LINE_END.length;
    const end = headersEnd === NOWHERE ? NOWHERE : findSeparator(body, separator, start - LINE_END.length);
    if (end === NOWHERE || headersEnd - lineEnd > MAX_HEADER_BYTES) break;
    yield { headers: body.toString("utf8", lineEnd, headersEnd), bytes: body.subarray(start, Math.max(start, end)) };
    at = end;
  }
  yield "malformed";
}

/** The next line end that a delimiter follows. */
function findSeparator(body: Buffer, separator: string, from: number): number {
  for (
    let at = body.indexOf(separator, from, "latin1");
    at !== NOWHERE;
    at = body.indexOf(separator, at + 1, "latin1")
  ) {
    // A longer text that only starts like the delimiter is content.
    const rest = body.toString("latin1", at + separator.length, at + separator.length + 2);
    if (rest === "--" || rest === LINE_END || /^[ \t]/.test(rest)) return at;
  }
  return NOWHERE;
}
