import { describeKeysLeft } from "./describe-keys-left";

type PasswordByLink = {
  /** Whether the link was the first proof that the address is its owner's. */
  readonly isFirstProof: boolean;
  readonly left: { readonly apiKeys: number; readonly calendars: number };
};

/** What a password chosen by a link did besides. */
export function sayPasswordByLink({ isFirstProof, left }: PasswordByLink): string {
  const done = "Votre mot de passe est choisi. Toutes vos sessions ont pris fin";
  if (isFirstProof)
    return `${done}, et les clés d’API, les calendriers et le second facteur que ce compte avait aussi.`;
  const stays = describeKeysLeft(left);
  return stays === "" ? `${done}.` : `${done}. ${stays} Révoquez dans « Compte » ceux que vous ne reconnaissez pas.`;
}
