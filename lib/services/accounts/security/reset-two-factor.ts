import "server-only";
import type { Actor } from "@/lib/data/scope";
import { resetTwoFactorOf } from "@/lib/data/two-factors";
import { DomainError } from "@/lib/domain/errors";
import { env } from "@/lib/env";
import { writeFactorNotice } from "@/lib/format/write-account-mail";
import type { Mailer } from "@/lib/gateways/mail/mailer";
import { mayManageAccount } from "@/lib/services/access/may-manage-account";
import { tellOwner } from "./tell-owner";

/**
 * Takes the second factor away from somebody who has lost it, and ends his sessions: he signs in with his password and
 * switches a new one on. He is told by mail.
 *
 * @param mailer - Null on an installation that sends no mail.
 * @returns False when he has none.
 * @throws {DomainError} ACCOUNT_NOT_YOURS.
 */
export async function resetTwoFactor(actor: Actor, userId: string, mailer: Mailer | null): Promise<boolean> {
  if (!(await mayManageAccount(actor, userId))) {
    throw new DomainError("ACCOUNT_NOT_YOURS", "this account is managed by others");
  }
  const owner = await resetTwoFactorOf(userId, actor);
  if (owner === null) return false;
  const resetUrl = new URL("/mot-de-passe-oublie", env.APP_URL).href;
  await tellOwner(owner, writeFactorNotice({ name: owner.name, resetUrl }), mailer);
  return true;
}
