import "server-only";
import { env } from "@/lib/env";
import type { Mailer } from "@/lib/gateways/mail/mailer";
import { openMailer } from "@/lib/gateways/mail/open-mailer";

/** The mail server as this installation is set up; null when it is not: letters are printed. */
export function configuredMailer(): Mailer | null {
  return env.MAIL && openMailer(env.MAIL);
}
