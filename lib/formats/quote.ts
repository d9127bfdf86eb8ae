const MAX_QUOTE = 60;

/** What a file says, cut short for a message. */
export function quote(text: string): string {
  return text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE)}…` : text;
}
