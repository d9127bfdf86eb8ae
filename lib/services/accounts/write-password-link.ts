import "server-only";
import { randomUUID } from "node:crypto";
import { insertPasswordLink } from "@/lib/data/account-link-requests";
import type { Actor } from "@/lib/data/scope";
import { linkLifetime } from "@/lib/domain/accounts/link-lifetime";
import { linkAddress } from "./link-address";
import { newLinkToken } from "./link-token";

/**
 * Writes a link to a new password, for whoever types commands on the machine to hand over.
 *
 * @returns Its address, for the only time; null when no active account has the e-mail address.
 */
export async function writePasswordLink(email: string, actor: Actor, now: Date): Promise<string | null> {
  const { token, tokenSha256 } = newLinkToken();
  const expiresAt = new Date(now.getTime() + linkLifetime("password", "handed_over"));
  const isWritten = await insertPasswordLink(email, actor, { id: randomUUID(), tokenSha256, expiresAt }, now);
  return isWritten ? linkAddress(token) : null;
}
