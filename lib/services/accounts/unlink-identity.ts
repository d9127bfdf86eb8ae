import "server-only";
import { deleteIdentity } from "@/lib/data/identities";
import type { Actor } from "@/lib/data/scope";

/**
 * Takes one's own identity at the single sign-on provider away; says whether there was one.
 *
 * @throws {DomainError} LAST_WAY_IN when there is no password to sign in with.
 */
export function unlinkIdentity(userId: string, actor: Actor): Promise<boolean> {
  return deleteIdentity(userId, actor);
}
