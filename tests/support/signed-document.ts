/** A PDF small enough to read, whole enough to be accepted; the words make its fingerprint. */
export function signedDocument(words = "signé"): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(`%PDF-1.4\n% ${words}\n%%EOF\n`, "utf8"));
}
