/** Why something about an account was refused: what happened, then what to do. */
export const ACCOUNT_MESSAGES = {
  ALREADY_MEMBER: "Cette adresse a déjà cet accès. Changez son rôle dans la liste, ou vérifiez l’adresse.",
  LINK_OVER:
    "Ce lien ne mène plus à rien : il a déjà servi, il a été remplacé, ou son délai est passé. Demandez-en un autre.",
  ACCOUNT_EXISTS:
    "Cette adresse a déjà un compte : acceptez avec son mot de passe. Si la page ne le demande pas, rechargez-la.",
  RIGHTS_EXCLUDE_EACH_OTHER:
    "L’administrateur de l’installation n’a aucun autre accès. Demandez une invitation à une autre adresse.",
  WEAK_PASSWORD: "Ce mot de passe ne convient pas.",
  MAIL_NOT_SENT: "Le message n’est pas parti.",
} as const;

const PASSWORD_FAULTS: Readonly<Record<string, string>> = {
  too_short: " Il lui faut 12 caractères au moins : une phrase convient très bien.",
  too_long: " Il en a trop : 128 caractères au plus.",
  is_email: " C’est votre adresse, que chacun connaît.",
  is_common: " Il est de ceux qu’on essaie en premier : une phrase convient très bien.",
};

/** Why a password was refused, as a refusal says it at its end. */
export function sayPasswordFault(details: unknown): string {
  const { fault } = (details ?? {}) as Readonly<Record<string, unknown>>;
  return (typeof fault === "string" && PASSWORD_FAULTS[fault]) || "";
}
