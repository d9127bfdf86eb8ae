/**
 * The type token of a file name as it is remembered: lower case, letters only, without accents.
 *
 * @example
 * plainToken("Quantités"); // => "quantites"
 */
export function plainToken(token: string): string {
  return token
    .normalize("NFD")
    .replace(/[^a-z0-9]/gi, "")
    .toLowerCase();
}
