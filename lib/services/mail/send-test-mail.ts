import "server-only";
import { randomUUID } from "node:crypto";
import { writeTestMail } from "@/lib/format/write-account-mail";
import { MailError, type MailErrorCode, type Mailer } from "@/lib/gateways/mail/mailer";

/** Sends a message to one's own address while one waits: what the server answers is the result. Null: it took it. */
export async function sendTestMail(
  mailer: Mailer,
  to: { readonly name: string; readonly address: string },
): Promise<MailErrorCode | null> {
  try {
    await mailer.send({ id: `mail-test-${randomUUID()}`, to, replyTo: null, ...writeTestMail(to.name) });
    return null;
  } catch (error) {
    if (error instanceof MailError) return error.code;
    throw error;
  }
}
