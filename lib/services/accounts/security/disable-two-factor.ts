import "server-only";
import type { Actor } from "@/lib/data/scope";
import { deleteTwoFactor } from "@/lib/data/two-factors";
import { checkOwnCode, checkOwnPassword } from "./check-own-secret";

/**
 * Takes one's own second factor away, for who knows the password and holds a code.
 *
 * @throws {DomainError} As {@link checkOwnPassword} and {@link checkOwnCode}.
 */
export async function disableTwoFactor(
  userId: string,
  { password, code }: { readonly password: string; readonly code: string },
  nowMs: number,
  actor: Actor,
): Promise<void> {
  await checkOwnPassword(userId, password);
  await checkOwnCode(userId, code, nowMs, actor);
  await deleteTwoFactor(userId, actor);
}
