/**
 * Puts the no-break spaces that French wants before high punctuation and inside guillemets, and its apostrophes.
 *
 * An apostrophe that no letter precedes stays: it may be the very one that a cell is said to start with.
 */
export function typesetFrench(message: string): string {
  return message
    .replace(/ (?=[:;?!»])/g, "\u00a0")
    .replace(/« /g, "«\u00a0")
    .replace(/(?<=\p{Letter})'(?=[\p{Letter}«])/gu, "’");
}
