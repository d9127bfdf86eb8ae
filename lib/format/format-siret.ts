/**
 * A SIRET as it is printed: the SIREN by threes, then the establishment.
 *
 * @example
 * formatSiret("21660140100120"); // => "216 601 401 00120", with no-break spaces
 */
export function formatSiret(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, "$1\u00a0$2\u00a0$3\u00a0$4");
}
