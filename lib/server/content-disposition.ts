/** The file name of a `Content-Disposition`; null when it has none. */
export function dispositionFileName(header: string): string | null {
  // RFC 8187: the encoded form is the better one when both are there.
  const encoded = /;\s*filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(header)?.[1];
  if (encoded !== undefined) return decodePercent(encoded);
  const found = /;\s*filename\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^;\s]+))/i.exec(header);
  if (!found) return null;
  const [, quoted, token = ""] = found;
  // curl writes a quote as \", browsers as %22; any other backslash belongs to the name.
  return quoted === undefined ? token : quoted.replace(/\\(["\\])/g, "$1").replaceAll(/%22/g, '"');
}

function decodePercent(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
