/**
 * Whether two arrays hold the same bits: −0 is not 0, and two absent arrays are the same.
 *
 * @example
 * areSameBits(Float64Array.of(0.1 + 0.2), Float64Array.of(0.3)); // => false
 */
export function areSameBits(a: Float64Array | Uint8Array | null, b: Float64Array | Uint8Array | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.byteLength !== b.byteLength) return false;
  const [left, right] = [bytesOf(a), bytesOf(b)];
  for (let i = 0; i < left.length; i += 1) if (left[i] !== right[i]) return false;
  return true;
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float64Array | Uint8Array) =>
  new Uint8Array(buffer, byteOffset, byteLength);
