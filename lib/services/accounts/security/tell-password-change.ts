import "server-only";
import { randomUUID } from "node:crypto";
import type { KeysAndCalendars } from "@/lib/data/account-ways-in";
import { env } from "@/lib/env";
import { writePasswordNotice } from "@/lib/format/write-password-notice";
import { MailError, type Mailer } from "@/lib/gateways/mail/mailer";
import { log } from "@/lib/log";

/**
 * Writes to the owner of an account that its password was changed. The change stands whatever the mail server says.
 *
 * @param mailer - Null on an installation that sends no mail.
 */
export async function tellPasswordChange(
  { name, email, left }: { readonly name: string; readonly email: string; readonly left: KeysAndCalendars },
  mailer: Mailer | null,
): Promise<void> {
  if (!mailer) return;
  const notice = writePasswordNotice({ signInUrl: new URL("/connexion", env.APP_URL).href, left });
  try {
    const to = { name, address: email };
    await mailer.send({ id: `password-${randomUUID()}`, to, replyTo: null, ...notice });
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    log.warn({ code: error.code }, "a notice of a changed password was not taken");
  }
}
