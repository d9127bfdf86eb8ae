/** Whether a text starts a line of total, which is no point. */
export function isTotalText(text: string): boolean {
  return /^(?:sous[- ]?)?total|^somme|^ensemble/i.test(text);
}
