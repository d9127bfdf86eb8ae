import "server-only";
import { hashPassword } from "better-auth/crypto";
import { updatePassword } from "@/lib/data/passwords";
import type { Actor } from "@/lib/data/scope";
import { findPasswordFault } from "@/lib/domain/accounts/find-password-fault";
import { DomainError } from "@/lib/domain/errors";
import { checkOwnPassword } from "./check-own-secret";

/**
 * Changes one's own password. Every session ends, this one too: the new password opens the next.
 *
 * @throws {DomainError} SAME_PASSWORD or WEAK_PASSWORD beside `newPassword`, or as {@link checkOwnPassword}.
 */
export async function changePassword(
  { id: userId, email }: { readonly id: string; readonly email: string },
  { password, newPassword }: { readonly password: string; readonly newPassword: string },
  actor: Actor,
): Promise<void> {
  await checkOwnPassword(userId, password);
  if (password === newPassword) {
    throw new DomainError("SAME_PASSWORD", "the new password is the old one", { details: { field: "newPassword" } });
  }
  const fault = findPasswordFault(newPassword, email);
  if (fault) {
    throw new DomainError("WEAK_PASSWORD", `password refused: ${fault}`, { details: { field: "newPassword", fault } });
  }
  await updatePassword(userId, await hashPassword(newPassword), actor);
}
