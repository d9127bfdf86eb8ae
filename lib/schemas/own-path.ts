const BASE = "https://prorata.invalid";
const SIGN_IN = "/connexion";

/**
 * Where to go after signing in, when it is a page of ours; else null: an address that somebody else wrote must not lead
 * to his own site.
 *
 * @param text - As it stood in the address of the sign-in page, decoded once.
 */
export function ownPath(text: unknown): string | null {
  // Browsers read « \ » as « / », and leave out tabs and line ends wherever they stand.
  if (typeof text !== "string" || !text.startsWith("/") || /[\\\p{Cc}]/u.test(text)) return null;
  if (!URL.canParse(text, BASE)) return null;
  const { origin, pathname, search, hash } = new URL(text, BASE);
  // « /.//elsewhere » becomes « //elsewhere » once read.
  if (origin !== BASE || pathname.startsWith("//")) return null;
  const isPage = pathname !== SIGN_IN && !pathname.startsWith("/api/");
  return isPage ? `${pathname}${search}${hash}` : null;
}
