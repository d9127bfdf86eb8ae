/** Why somebody who came back from the single sign-on provider is not signed in; `motif` of an address. */
export type SignOnRefusal = "refus" | "reprise" | "compte" | "desactive" | "preuve" | "liaison" | "erreur";

const REFUSALS: Readonly<Record<SignOnRefusal, (label: string) => string>> = {
  refus: (label) => `La connexion a été abandonnée, ou ${label} l’a refusée. Recommencez si ce n’était pas voulu.`,
  reprise: () =>
    "La connexion a duré trop longtemps, ou a été reprise dans une autre fenêtre. Recommencez depuis cette page.",
  // The same words whether there is no account, or one that cannot be opened this way: nobody learns who has one.
  compte: (label) =>
    `Aucun compte ne s’ouvre avec l’identité que ${label} a transmise : il en faut un ici, à la même adresse, vérifiée des deux côtés. Demandez une invitation à l’administrateur de votre collectivité.`,
  desactive: () => "Ce compte est désactivé. Adressez-vous à l’administrateur de votre collectivité.",
  preuve: (label) =>
    `${label} n’a pas répondu, ou sa réponse n’a pas pu être vérifiée. Réessayez dans quelques minutes, ou connectez-vous avec votre mot de passe.`,
  liaison: (label) =>
    `L’identité n’a pas été liée : ${label} doit transmettre l’adresse de ce compte, vérifiée, et elle ne doit être liée à aucun autre.`,
  erreur: (label) => `La connexion avec ${label} n’a pas abouti. Réessayez, ou connectez-vous avec votre mot de passe.`,
};

/**
 * The French reason of a refusal; null when the address names none.
 *
 * @param label - What the provider is called, « ProConnect ».
 */
export function signOnRefusalText(motive: string | undefined, label: string): string | null {
  if (motive === undefined || !Object.hasOwn(REFUSALS, motive)) return null;
  return REFUSALS[motive as SignOnRefusal](label);
}
