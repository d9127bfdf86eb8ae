import { Inflate } from "fflate";

// Deflate expands at most 1 032 times, and fflate unpacks a whole piece before it
// hands anything out: 8 kB of input bound what a lying entry can take to 8 MB.
const PIECE_BYTES = 8_192;

/**
 * Unpacks raw deflate data whose length was declared, and stops when it lies.
 *
 * @param packed - Deflate stream.
 * @param unpackedBytes - Declared length; the caller has checked it against its limit.
 * @returns Null when the data is damaged, longer or shorter than declared.
 */
export function inflateAtMost(packed: Uint8Array, unpackedBytes: number): Uint8Array | null {
  const unpacked = new Uint8Array(unpackedBytes);
  let length = 0;
  const inflate = new Inflate((piece) => {
    if (length + piece.length <= unpackedBytes) unpacked.set(piece, length);
    length += piece.length;
  });
  try {
    for (let at = 0; at < packed.length && length <= unpackedBytes; at += PIECE_BYTES) {
      inflate.push(packed.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= packed.length);
    }
  } catch {
    return null; // fflate throws on a broken stream
  }
  return length === unpackedBytes ? unpacked : null;
}
