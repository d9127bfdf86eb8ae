export type SignedDocumentType = "application/pdf" | "image/png" | "image/jpeg";

type Format = {
  readonly type: SignedDocumentType;
  readonly extensions: readonly string[];
  /** First and last bytes that every file of the format has, as Latin-1. */
  readonly start: string;
  readonly end: string;
};

const FORMATS: readonly Format[] = [
  { type: "application/pdf", extensions: ["pdf"], start: "%PDF-", end: "%%EOF" },
  { type: "image/png", extensions: ["png"], start: "\x89PNG\r\n\x1a\n", end: "IEND" },
  { type: "image/jpeg", extensions: ["jpg", "jpeg"], start: "\xff\xd8\xff", end: "\xff\xd9" },
];

/**
 * What a scanned or signed document is, from its bytes, which must agree with its name.
 *
 * A file cut short has no end mark and is none of them. What phones and scanners append after the end is tolerated.
 *
 * @returns Null when it is neither PDF, PNG nor JPEG, or when its name says otherwise.
 */
export function signedDocumentType(name: string, bytes: Uint8Array): SignedDocumentType | null {
  const format = FORMATS.find(({ start }) => startsWith(bytes, start));
  const extension = name.split(".").at(-1)?.toLowerCase() ?? "";
  return format?.extensions.includes(extension) && contains(bytes, format.end) ? format.type : null;
}

function startsWith(bytes: Uint8Array, text: string, at = 0): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (bytes[at + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

// From the end, where it nearly always is.
function contains(bytes: Uint8Array, text: string): boolean {
  for (let at = bytes.length - text.length; at > 0; at -= 1) {
    if (startsWith(bytes, text, at)) return true;
  }
  return false;
}
