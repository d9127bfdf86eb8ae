import { type DescribedInvitation, describeInvitation } from "./describe-invitation";
import { escapeHtml } from "./escape-html";
import { formatInstant } from "./format-instant";

export type AccountMail = { readonly subject: string; readonly text: string; readonly html: string };

export type LinkMail = DescribedInvitation & {
  readonly kind: "invitation" | "password" | "email";
  /** Of the recipient. */
  readonly name: string;
  readonly inviterName: string | null;
  readonly address: string;
  readonly expiresAt: Date;
};

/** A message that holds an account link: plain text, and the same as simple HTML without anything to fetch. */
export function writeLinkMail(mail: LinkMail): AccountMail {
  const { subject, lead, button, note } = wordsOf(mail);
  const until = `Ce lien sert une fois, jusqu’au ${formatInstant(mail.expiresAt)}.`;
  return compose({
    subject,
    name: mail.name,
    paragraphs: [lead],
    link: { button, address: mail.address },
    notes: [until, note],
  });
}

/** Word to the address an account still has: another one was asked for. */
export function writeEmailNotice({
  name,
  accountUrl,
  resetUrl,
}: {
  readonly name: string;
  readonly accountUrl: string;
  readonly resetUrl: string;
}): AccountMail {
  return compose({
    subject: "Prorata\u00a0: un changement d’adresse est demandé",
    name,
    paragraphs: [
      "Quelqu’un qui connaît votre mot de passe a demandé que votre compte Prorata passe à une autre adresse. Rien ne change avant que le lien envoyé à cette adresse soit suivi.",
      "Si c’est vous, il n’y a rien à faire ici.",
      `Sinon, choisissez tout de suite un nouveau mot de passe (${resetUrl})\u00a0: le changement est alors annulé et toutes les sessions prennent fin. Vous pouvez aussi l’annuler dans votre compte (${accountUrl}), ou prévenir un administrateur de votre collectivité.`,
    ],
    link: null,
    notes: [],
  });
}

/** Word to the address an account had until now: it has another one. */
export function writeFormerAddressNotice(name: string): AccountMail {
  return compose({
    subject: "Prorata\u00a0: votre compte a une autre adresse",
    name,
    paragraphs: [
      "Votre compte Prorata vient de passer à une autre adresse\u00a0: celle-ci n’ouvre plus rien.",
      "Si c’est vous, il n’y a rien à faire.",
      "Sinon, prévenez tout de suite un administrateur de votre collectivité, ou de l’installation\u00a0: lui seul peut fermer ce compte.",
    ],
    link: null,
    notes: [],
  });
}

/** Word to somebody whose second factor was taken away by who manages his account. */
export function writeFactorNotice({
  name,
  resetUrl,
}: {
  readonly name: string;
  readonly resetUrl: string;
}): AccountMail {
  return compose({
    subject: "Prorata\u00a0: votre second facteur est levé",
    name,
    paragraphs: [
      "Un administrateur a levé la double authentification de votre compte Prorata, et toutes ses sessions ont pris fin. Le mot de passe suffit désormais\u00a0: réactivez-la dans «\u00a0Compte\u00a0», «\u00a0Sécurité\u00a0».",
      "Si vous l’avez demandé, il n’y a rien d’autre à faire.",
      `Sinon, choisissez tout de suite un nouveau mot de passe (${resetUrl}), puis prévenez un administrateur de votre collectivité.`,
    ],
    link: null,
    notes: [],
  });
}

/** A message that only shows that mails leave. */
export function writeTestMail(name: string): AccountMail {
  return compose({
    subject: "Prorata\u00a0: message d’essai",
    name,
    paragraphs: ["Vous lisez ce message\u00a0: la messagerie de Prorata fonctionne. Il n’y a rien à faire."],
    link: null,
    notes: [],
  });
}

type Words = { readonly subject: string; readonly lead: string; readonly button: string; readonly note: string };

function wordsOf(mail: LinkMail): Words {
  switch (mail.kind) {
    case "invitation": {
      const who = mail.inviterName ?? "Un administrateur";
      return {
        subject: "Prorata\u00a0: votre invitation",
        lead: `${who} vous invite dans Prorata comme ${describeInvitation(mail)}.`,
        button: "Accepter l’invitation",
        note: "Si vous ne l’attendiez pas, ignorez ce message\u00a0: rien n’est ouvert tant que vous n’acceptez pas.",
      };
    }
    case "password":
      return {
        subject: "Prorata\u00a0: choisir un nouveau mot de passe",
        lead: "Un nouveau mot de passe a été demandé pour votre compte Prorata. Une fois choisi, toutes vos sessions ouvertes prennent fin.",
        button: "Choisir un mot de passe",
        note: "Si vous n’avez rien demandé, ignorez ce message\u00a0: votre mot de passe reste le même.",
      };
    case "email":
      return {
        subject: "Prorata\u00a0: confirmer cette adresse",
        lead: "Cette adresse a été donnée pour un compte Prorata. Elle ne remplacera l’ancienne qu’une fois confirmée.",
        button: "Confirmer cette adresse",
        note: "Si vous n’avez rien demandé, ignorez ce message.",
      };
  }
}

type Message = {
  readonly subject: string;
  readonly name: string;
  readonly paragraphs: readonly string[];
  readonly link: { readonly button: string; readonly address: string } | null;
  readonly notes: readonly string[];
};

function compose({ subject, name, paragraphs, link, notes }: Message): AccountMail {
  const greeting = `Bonjour ${name},`;
  const linkText = link ? [`${link.button}\u00a0:\n${link.address}`] : [];
  const text = `${[greeting, ...paragraphs, ...linkText, ...notes].join("\n\n")}\n`;
  const html = [
    '<!doctype html><html lang="fr"><body style="font-family: sans-serif; max-width: 40em">',
    ...[greeting, ...paragraphs].map((line) => `<p>${escapeHtml(line)}</p>`),
    ...(link ? [`<p><a href="${escapeHtml(link.address)}">${escapeHtml(link.button)}</a></p>`] : []),
    ...notes.map((line) => `<p style="font-size: smaller; color: #495057">${escapeHtml(line)}</p>`),
    "</body></html>",
  ].join("");
  return { subject, text, html };
}
