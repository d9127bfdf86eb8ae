import "server-only";
import { formatBytes } from "@/lib/format/format-bytes";
import { HttpError } from "./http";

/**
 * The whole body of a request, never more than `maxBytes` of it: what is declared is refused before it is read,
 * what was not declared as soon as it is too much.
 *
 * @throws {HttpError} 413 BODY_TOO_LARGE; 400 INCOMPLETE_BODY when the sender breaks off.
 */
export async function readBody(request: Request, maxBytes: number): Promise<Buffer> {
  const tooLarge = () => new HttpError(413, "BODY_TOO_LARGE", { limit: `${formatBytes(maxBytes)} par envoi` });
  if (Number(request.headers.get("content-length")) > maxBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof HttpError) throw error;
    throw new HttpError(400, "INCOMPLETE_BODY");
  }
  return Buffer.concat(chunks, bytes);
}
