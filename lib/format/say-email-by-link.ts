/**
 * What a new address did besides.
 *
 * @param isFirstProof - Whether the link was the first proof that an address of the account is its owner's.
 */
export function sayEmailByLink(isFirstProof: boolean): string {
  const done = "Votre compte a sa nouvelle adresse. Vos sessions sur d’autres appareils ont pris fin";
  if (!isFirstProof) return `${done}.`;
  return `${done}, et les clés d’API, les calendriers et le second facteur que ce compte avait aussi.`;
}
