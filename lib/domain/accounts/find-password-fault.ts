import { COMMON_PASSWORDS } from "./common-passwords";

/** Characters of a password: long enough for a phrase, short enough to be hashed at once. */
export const PASSWORD_LENGTH = { min: 12, max: 128 } as const;

export type PasswordFault = "too_short" | "too_long" | "is_email" | "is_common";

/**
 * Why a password is refused; null when it is not.
 *
 * Length, and what is guessed first: no rule about capitals and digits, which makes passwords that are written down.
 *
 * @param email - Of the account: nobody's password is his own address, or what stands before its `@`.
 * @see https://cyber.gouv.fr/publications/recommandations-relatives-lauthentification-multifacteur-et-aux-mots-de-passe
 */
export function findPasswordFault(password: string, email: string): PasswordFault | null {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH.min) return "too_short";
  // The library that hashes counts in code units.
  if (password.length > PASSWORD_LENGTH.max) return "too_long";
  const bare = normalise(password);
  const address = normalise(email);
  if (bare === address || bare === address.split("@")[0]) return "is_email";
  const isOneCharacter = new Set(bare).size <= 1;
  return isOneCharacter || COMMON_PASSWORDS.has(bare) ? "is_common" : null;
}

const normalise = (text: string): string => text.toLowerCase().replaceAll(/\s/g, "");
