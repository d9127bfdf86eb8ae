import "server-only";
import { hashPassword } from "better-auth/crypto";
import type { KeysAndCalendars } from "@/lib/data/account-ways-in";
import { updatePassword } from "@/lib/data/passwords";
import type { Actor } from "@/lib/data/scope";
import { findPasswordFault } from "@/lib/domain/accounts/find-password-fault";
import { DomainError } from "@/lib/domain/errors";
import { checkOwnPassword } from "./check-own-secret";

export type PasswordWish = {
  readonly password: string;
  readonly newPassword: string;
  /** Whether every key and calendar is revoked too. */
  readonly endsKeys?: boolean;
};

/**
 * Changes one's own password. Every session ends, this one too: the new password opens the next. A change of address that
 * was asked for is called off.
 *
 * @returns The keys and calendars that stay.
 * @throws {DomainError} SAME_PASSWORD or WEAK_PASSWORD beside `newPassword`, or as {@link checkOwnPassword}.
 */
export async function changePassword(
  { id: userId, email }: { readonly id: string; readonly email: string },
  { password, newPassword, endsKeys = false }: PasswordWish,
  actor: Actor,
  now: Date,
): Promise<KeysAndCalendars> {
  await checkOwnPassword(userId, password);
  if (password === newPassword) {
    throw new DomainError("SAME_PASSWORD", "the new password is the old one", { details: { field: "newPassword" } });
  }
  const fault = findPasswordFault(newPassword, email);
  if (fault) {
    throw new DomainError("WEAK_PASSWORD", `password refused: ${fault}`, { details: { field: "newPassword", fault } });
  }
  return updatePassword(userId, { passwordHash: await hashPassword(newPassword), endsKeys }, actor, now);
}
