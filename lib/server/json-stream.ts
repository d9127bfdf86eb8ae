import "server-only";

const CHUNK_CHARACTERS = 65_536;

/**
 * An answer whose lists may be too long for one text: each item of each list is written when it is asked for.
 *
 * Curves become plain lists; NaN, which is missing, becomes null.
 */
export function streamJson(body: Readonly<Record<string, unknown>>): Response {
  const pieces = writeObject(body);
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      const text = nextChunk(pieces);
      if (text === "") controller.close();
      else controller.enqueue(encoder.encode(text));
    },
  });
  return new Response(stream, { headers: { "content-type": "application/json" } });
}

// Many small pieces travel together.
function nextChunk(pieces: Generator<string>): string {
  let text = "";
  while (text.length < CHUNK_CHARACTERS) {
    const { value, done } = pieces.next();
    if (done) break;
    text += value;
  }
  return text;
}

function* writeObject(body: Readonly<Record<string, unknown>>): Generator<string> {
  let before = "{";
  for (const [key, value] of Object.entries(body)) {
    yield `${before}${JSON.stringify(key)}:`;
    if (Array.isArray(value)) yield* writeList(value);
    else yield writeJson(value);
    before = ",";
  }
  yield "}";
}

function* writeList(items: readonly unknown[]): Generator<string> {
  yield "[";
  for (const [index, item] of items.entries()) yield (index === 0 ? "" : ",") + writeJson(item);
  yield "]";
}

// JSON itself turns NaN into null; a typed array it would write as an object.
function writeJson(value: unknown): string {
  return JSON.stringify(value, (_, inner) => (inner instanceof Float64Array ? Array.from(inner) : inner));
}
