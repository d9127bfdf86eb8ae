import { describeKeysLeft } from "./describe-keys-left";
import { escapeHtml } from "./escape-html";

export type PasswordNotice = { readonly subject: string; readonly text: string; readonly html: string };

/** Tells the owner of an account that its password was changed: the only one who can know that it was not by him. */
export function writePasswordNotice({
  signInUrl,
  left,
}: {
  readonly signInUrl: string;
  /** What opens without it. */
  readonly left: { readonly apiKeys: number; readonly calendars: number };
}): PasswordNotice {
  const stays = describeKeysLeft(left);
  const lines = [
    "Le mot de passe de votre compte Prorata vient d’être changé, et toutes ses sessions sont fermées.",
    ...(stays === "" ? [] : [`${stays} Révoquez dans « Compte » ce que vous ne reconnaissez pas.`]),
    "Si c’est vous, il n’y a rien à faire.",
    "Sinon, choisissez un autre mot de passe dès maintenant par « Mot de passe oublié », puis prévenez qui administre votre collectivité.",
    `Se connecter\u00a0: ${signInUrl}`,
  ];
  const paragraphs = lines.map((line) => `<p>${escapeHtml(line)}</p>`).join("");
  return {
    subject: "Prorata\u00a0: votre mot de passe est changé",
    text: lines.join("\n\n"),
    html: `<!doctype html><html lang="fr"><body style="font-family: sans-serif; max-width: 40em">${paragraphs}</body></html>`,
  };
}
