/** Where a value stands in the bytes of a JSON text. */
export type JsonSlice = { readonly start: number; readonly end: number };

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const SPACES: ReadonlySet<number | undefined> = new Set([0x20, 0x09, 0x0a, 0x0d]);
const ENDS: ReadonlySet<number | undefined> = new Set([undefined, COMMA, CLOSE_LIST, CLOSE_OBJECT, ...SPACES]);
const UTF8_BOM = [0xef, 0xbb, 0xbf];

/**
 * Finds the elements of the list that a JSON text is, or of the one under a key of the object it is, so that they can be
 * parsed one at a time: parsed whole, a text takes some five times its size of memory.
 *
 * Only brackets and quotes are looked at: whoever parses the elements, and the text around them, finds what is wrong.
 *
 * @param bytes - UTF-8, or any encoding that has ASCII where UTF-8 has it.
 * @returns The list with its brackets and each of its elements; null where there is none, or it does not end.
 */
export function findJsonList(
  bytes: Uint8Array,
  key: string,
): { readonly list: JsonSlice; readonly elements: readonly JsonSlice[] } | null {
  const start = findListStart(bytes, key);
  if (start === null) return null;
  const elements: JsonSlice[] = [];
  let at = skipSpaces(bytes, start + 1);
  if (bytes[at] === CLOSE_LIST) return { list: { start, end: at + 1 }, elements };
  for (;;) {
    const end = skipValue(bytes, at);
    elements.push({ start: at, end });
    const after = skipSpaces(bytes, end);
    if (bytes[after] === CLOSE_LIST) return { list: { start, end: after + 1 }, elements };
    if (bytes[after] !== COMMA) return null;
    at = skipSpaces(bytes, after + 1);
  }
}

function findListStart(bytes: Uint8Array, key: string): number | null {
  const start = skipSpaces(bytes, UTF8_BOM.every((byte, index) => bytes[index] === byte) ? UTF8_BOM.length : 0);
  if (bytes[start] === OPEN_LIST) return start;
  if (bytes[start] !== OPEN_OBJECT) return null;
  const wanted = new TextEncoder().encode(`"${key}"`);
  for (let at = start; bytes[at] === OPEN_OBJECT || bytes[at] === COMMA; ) {
    const name = skipSpaces(bytes, at + 1);
    if (bytes[name] !== QUOTE) return null;
    const nameEnd = skipString(bytes, name);
    const colon = skipSpaces(bytes, nameEnd);
    if (bytes[colon] !== COLON) return null;
    const value = skipSpaces(bytes, colon + 1);
    const isWanted = nameEnd - name === wanted.length && wanted.every((byte, index) => bytes[name + index] === byte);
    if (isWanted) return bytes[value] === OPEN_LIST ? value : null;
    at = skipSpaces(bytes, skipValue(bytes, value));
  }
  return null;
}

function skipSpaces(bytes: Uint8Array, start: number): number {
  let at = start;
  while (SPACES.has(bytes[at])) at += 1;
  return at;
}

/** The end of the value that starts there; of all bytes when it does not end. */
function skipValue(bytes: Uint8Array, start: number): number {
  let at = start;
  let depth = 0;
  do {
    const byte = bytes[at];
    if (byte === undefined) return bytes.length;
    if (byte === QUOTE) at = skipString(bytes, at);
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      depth += 1;
      at += 1;
    } else if (depth > 0) {
      if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth -= 1;
      at += 1;
    } else return skipPlain(bytes, at);
  } while (depth > 0);
  return at;
}

function skipPlain(bytes: Uint8Array, start: number): number {
  let at = start;
  while (!ENDS.has(bytes[at])) at += 1;
  return at;
}

function skipString(bytes: Uint8Array, start: number): number {
  let at = start + 1;
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return Math.min(at + 1, bytes.length);
}
