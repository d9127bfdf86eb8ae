/** A text reduced to its letters and digits: lower case, no accents, no spaces, no punctuation. */
export function plainKey(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}
