import "server-only";

/** A file to download. */
export type Download = {
  /** Without characters that a header could not hold. */
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array | AsyncIterable<Uint8Array>;
};

/** A file as an answer, asked for piece by piece; a caller who leaves stops its making. */
export function streamDownload({ name, type, content }: Download): Response {
  const headers = {
    "content-type": type,
    "content-disposition": `attachment; filename="${name}"`,
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  };
  if (content instanceof Uint8Array) return new Response(Uint8Array.from(content), { headers });
  const iterator = content[Symbol.asyncIterator]();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
  return new Response(stream, { headers });
}
