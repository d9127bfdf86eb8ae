/** A JSON value as a message quotes it; never throws, whatever the value holds. */
export function quoteJson(value: unknown): string {
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "[…]" : "{…}";
  return value === undefined ? "" : String(value);
}
