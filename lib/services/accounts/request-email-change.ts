import "server-only";
import { randomUUID } from "node:crypto";
import { insertEmailChange } from "@/lib/data/account-link-requests";
import type { Actor } from "@/lib/data/scope";
import { linkLifetime } from "@/lib/domain/accounts/link-lifetime";
import { env } from "@/lib/env";
import { checkOwnPassword } from "./security/check-own-secret";
import { takeAttempt } from "./take-attempt";

export type EmailChange = { readonly email: string; readonly password: string };

/**
 * Asks for another address for one's own account: nothing changes before the link is followed.
 *
 * @throws {DomainError} WRONG_PASSWORD, NO_PASSWORD or TOO_MANY_ATTEMPTS.
 */
export async function requestEmailChange(
  userId: string,
  { email, password }: EmailChange,
  actor: Actor,
  { now, headers }: { readonly now: Date; readonly headers: Headers },
): Promise<void> {
  await takeAttempt("email_change", { account: userId, headers });
  await checkOwnPassword(userId, password);
  const expiresAt = new Date(now.getTime() + linkLifetime("email", "waiting"));
  await insertEmailChange(userId, email, actor, { id: randomUUID(), expiresAt, isQueued: env.MAIL !== null }, now);
}
