const MAX_LENGTH = 60;

/**
 * The address proposed for a name: small letters, digits and hyphens.
 *
 * @example
 * suggestSlug("Commune de Pézilla-la-Rivière"); // => "commune-de-pezilla-la-riviere"
 */
export function suggestSlug(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .normalize("NFD")
    .replaceAll(/\p{Mark}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_LENGTH)
    .replaceAll(/^-+|-+$/g, "");
}
