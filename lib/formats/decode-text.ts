const UTF8 = new TextDecoder("utf-8", { fatal: true }); // drops a BOM
const WINDOWS_1252 = new TextDecoder("windows-1252");

/**
 * The text of a file as its author saw it: UTF-8 with or without BOM, UTF-16
 * with BOM ("Texte Unicode" of Excel), else Windows-1252.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return UTF8.decode(bytes);
  } catch {
    return WINDOWS_1252.decode(bytes); // every byte sequence is valid there
  }
}
