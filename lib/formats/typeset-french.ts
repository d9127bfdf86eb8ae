/** Puts the no-break spaces that French wants before high punctuation and inside guillemets. */
export function typesetFrench(message: string): string {
  return message.replace(/ (?=[:;?!»])/g, "\u00a0").replace(/« /g, "«\u00a0");
}
