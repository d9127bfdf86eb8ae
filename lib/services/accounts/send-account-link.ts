import "server-only";
import { randomUUID } from "node:crypto";
import { failAccountLink, findAddressToWarn, type MailedLink, mailAccountLink } from "@/lib/data/account-link-mailing";
import { linkLifetime } from "@/lib/domain/accounts/link-lifetime";
import { env } from "@/lib/env";
import { writeEmailNotice, writeLinkMail } from "@/lib/format/write-account-mail";
import { MailError, type MailErrorCode, type Mailer } from "@/lib/gateways/mail/mailer";
import { linkAddress } from "./link-address";
import { newLinkToken } from "./link-token";

/** What is wrong with one message for good; all else is worth another try. */
const FOR_GOOD: readonly MailErrorCode[] = ["RECIPIENT_REFUSED", "MESSAGE_REFUSED"];

/**
 * Mails a link once. Its token is made here and goes into the message alone; what is stored of it, in the transaction that
 * sends it, is its hash.
 *
 * @returns False when there was nothing to send.
 * @throws {MailError} what another try may pass.
 */
export async function sendAccountLink(linkId: string, mailer: Mailer, now: Date): Promise<boolean> {
  return mailAccountLink(linkId, now, (link) => deliver(link, mailer, now));
}

async function deliver(link: MailedLink, mailer: Mailer, now: Date) {
  const { token, tokenSha256 } = newLinkToken();
  const expiresAt = new Date(now.getTime() + linkLifetime(link.kind, "mailed"));
  const mail = writeLinkMail({ ...link, address: linkAddress(token), expiresAt });
  const to = { name: link.name, address: link.address };
  try {
    // Another try holds another token: a server that knows the message again would drop the one that counts.
    await mailer.send({ id: `account-link-${randomUUID()}`, to, replyTo: null, ...mail });
    return { state: "sent", tokenSha256, expiresAt } as const;
  } catch (error) {
    if (error instanceof MailError && FOR_GOOD.includes(error.code)) {
      return { state: "failed", failure: error.code } as const;
    }
    throw error;
  }
}

/** Tells the address an account had that another one was asked for, whatever became of that since. */
export async function sendEmailNotice(linkId: string, mailer: Mailer): Promise<void> {
  const to = await findAddressToWarn(linkId);
  if (!to) return;
  const urlOf = (path: string) => new URL(path, env.APP_URL).href;
  const mail = writeEmailNotice({
    name: to.name,
    accountUrl: urlOf("/compte"),
    resetUrl: urlOf("/mot-de-passe-oublie"),
  });
  await mailer.send({ id: `account-notice-${linkId}`, to, replyTo: null, ...mail });
}

/** After the last try: the link can be sent again, or handed over. */
export async function giveUpAccountLink(linkId: string, now: Date): Promise<void> {
  await failAccountLink(linkId, "INTERRUPTED", now);
}
