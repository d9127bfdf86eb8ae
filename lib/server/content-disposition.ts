/** A `Content-Disposition` that saves a file under a name with accents, apostrophes and the rest (RFC 8187). */
export function attachmentNamed(name: string): string {
  // What encodeURIComponent leaves, and the notation does not allow.
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename*=UTF-8''${encoded}`;
}

/** The name of a form's field in its `Content-Disposition`; null when it has none. */
export function dispositionFieldName(header: string): string | null {
  return /;\s*name\s*=\s*"([^"]*)"/i.exec(header)?.[1] ?? null;
}

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
