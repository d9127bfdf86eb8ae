/** A text cut at a word, with « … » where it is longer than `length` characters. */
export function shortenText(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const space = cut.lastIndexOf(" ");
  return `${(space > 0 ? cut.slice(0, space) : cut).replace(/[\s,;:.(]+$/u, "")}…`;
}
