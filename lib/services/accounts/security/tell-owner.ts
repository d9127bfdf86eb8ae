import "server-only";
import { randomUUID } from "node:crypto";
import type { AccountMail } from "@/lib/format/write-account-mail";
import { MailError, type Mailer } from "@/lib/gateways/mail/mailer";
import { log } from "@/lib/log";

/** The owner of an account, at the address to tell. */
export type KnownOwner = { readonly name: string; readonly email: string };

/**
 * Writes to the owner of an account what was done to it: the only one who can know that it was not by him. It stands
 * whatever the mail server says.
 *
 * @param mailer - Null on an installation that sends no mail.
 */
export async function tellOwner(
  { name, email }: KnownOwner,
  notice: AccountMail,
  mailer: Mailer | null,
): Promise<void> {
  if (!mailer) return;
  try {
    const to = { name, address: email };
    await mailer.send({ id: `account-${randomUUID()}`, to, replyTo: null, ...notice });
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    log.warn({ code: error.code }, "a notice of a changed account was not taken");
  }
}
