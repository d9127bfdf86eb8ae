/** Without the end of the line; the space that continues one counts. [octets] */
const MAX_OCTETS = 75;

const encoder = new TextEncoder();

/**
 * Cuts a content line so that no line is longer than 75 octets; a continued one starts with a space. A character is
 * never cut, even of those that take several octets.
 *
 * @see RFC 5545, section 3.1.
 */
export function foldLine(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > MAX_OCTETS) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
