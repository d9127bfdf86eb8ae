import "server-only";
import type { KeysAndCalendars } from "@/lib/data/account-ways-in";
import { env } from "@/lib/env";
import { writePasswordNotice } from "@/lib/format/write-password-notice";
import type { Mailer } from "@/lib/gateways/mail/mailer";
import { type KnownOwner, tellOwner } from "./tell-owner";

/** Writes to the owner of an account that its password was changed, and what that leaves open. */
export async function tellPasswordChange(
  { left, ...owner }: KnownOwner & { readonly left: KeysAndCalendars },
  mailer: Mailer | null,
): Promise<void> {
  const signInUrl = new URL("/connexion", env.APP_URL).href;
  await tellOwner(owner, writePasswordNotice({ signInUrl, left }), mailer);
}
