const UTF8 = new TextDecoder("utf-8", { fatal: true }); // drops a BOM

// Windows-1252 is Latin-1 but for these 32 places (five are unused). Written out
// because TextDecoder("windows-1252") of some Node releases leaves them Latin-1.
const LATIN_1 = new TextDecoder("latin1");
const WINDOWS_1252_FROM_80 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

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
    return decodeWindows1252(bytes); // every byte sequence is valid there
  }
}

function decodeWindows1252(bytes: Uint8Array): string {
  return LATIN_1.decode(bytes).replace(
    /[\u0080-\u009f]/g,
    (character) => WINDOWS_1252_FROM_80[character.charCodeAt(0) - 0x80] as string,
  );
}
