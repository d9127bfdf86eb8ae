import { inflateRawSync } from "node:zlib";

// zlib takes no smaller pieces.
const MIN_PIECE_BYTES = 64;

/**
 * Unpacks raw deflate data whose length was declared, and stops when it lies.
 *
 * @param packed - Deflate stream.
 * @param unpackedBytes - Declared length; the caller has checked it against its limit.
 * @returns Null when the data is damaged, longer or shorter than declared.
 */
export function inflateAtMost(packed: Uint8Array, unpackedBytes: number): Uint8Array | null {
  // One piece a byte longer than declared: what is too long shows, and what is right is not moved.
  const roomBytes = Math.max(MIN_PIECE_BYTES, unpackedBytes + 1);
  try {
    const unpacked = inflateRawSync(packed, { chunkSize: roomBytes, maxOutputLength: roomBytes });
    return unpacked.length === unpackedBytes ? unpacked : null;
  } catch {
    return null; // a broken stream, or more than there is room for
  }
}
