/**
 * What a new address did besides.
 *
 * @param isFirstProof - Whether the link was the first proof that an address of the account is its owner's.
 */
export function sayEmailByLink(isFirstProof: boolean): string {
  if (!isFirstProof) return "Votre compte a sa nouvelle adresse. Vos sessions sur d’autres appareils ont pris fin.";
  return "Votre compte a sa nouvelle adresse et son nouveau mot de passe. Les sessions, clés d’API, calendriers et le second facteur qu’il avait ont pris fin : connectez-vous.";
}
