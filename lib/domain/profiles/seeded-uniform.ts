/**
 * A number in [0, 1) drawn from its coordinates, not from a stream.
 *
 * The same three integers always give the same number, so a curve can be
 * computed for any period, in any order, and never changes.
 *
 * @param seed - Which world. (int32)
 * @param key - Where in it: a day or a slot number. (int32)
 * @param stream - Which of several independent draws at that place. (int32)
 * @returns Uniform in [0, 1), in steps of 2⁻³².
 *
 * @see Finaliser of MurmurHash3, A. Appleby (public domain), applied once per coordinate.
 */
export function seededUniform(seed: number, key: number, stream: number): number {
  return (mix(mix(mix(seed) ^ key) ^ stream) >>> 0) / 4_294_967_296;
}

// 0 is a fixed point of the finaliser: the added odd constant (2³² / golden ratio) moves it.
function mix(value: number): number {
  let hash = (value + 0x9e3779b9) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
