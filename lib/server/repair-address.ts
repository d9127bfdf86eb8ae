const UNREADABLE = encodeURIComponent("\uFFFD");

/**
 * The address asked for, with what is no UTF-8 in its path made a character that no page is called by.
 *
 * Next answers such a path by an error of its own, without our headers; repaired, it is an unknown page like another.
 *
 * @param target - As the request line has it: path and query.
 *
 * @example
 * repairAddress("/operations/%ff?a=%ff"); // => "/operations/%EF%BF%BD?a=%ff"
 */
export function repairAddress(target: string): string {
  const end = target.search(/[?#]|$/);
  const segments = target.slice(0, end).split("/");
  return segments.map((segment) => (isReadable(segment) ? segment : UNREADABLE)).join("/") + target.slice(end);
}

function isReadable(segment: string): boolean {
  try {
    decodeURIComponent(segment);
    return true;
  } catch {
    return false;
  }
}
