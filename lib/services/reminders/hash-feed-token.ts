import { createHash } from "node:crypto";

/** What is stored of a token: it is drawn with 256 bits, so that a plain hash cannot be turned back. */
export function hashFeedToken(token: string): Uint8Array {
  return createHash("sha256").update(token).digest();
}
