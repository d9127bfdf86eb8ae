import "server-only";
import { randomUUID } from "node:crypto";
import { insertPasswordRequest } from "@/lib/data/account-link-requests";
import { linkLifetime } from "@/lib/domain/accounts/link-lifetime";
import { env } from "@/lib/env";
import { takeAttempt } from "./take-attempt";

/**
 * Asks for a new password; nothing tells whether the address has an account, nor how long it takes. Without a mail server
 * the request waits for an administrator, who hands the link over.
 *
 * @throws {DomainError} TOO_MANY_ATTEMPTS, alike for addresses without an account.
 */
export async function requestPasswordLink(email: string, headers: Headers, now: Date): Promise<void> {
  await takeAttempt("forgotten_password", { account: email, headers });
  const expiresAt = new Date(now.getTime() + linkLifetime("password", "waiting"));
  await insertPasswordRequest(email, { id: randomUUID(), expiresAt, isQueued: env.MAIL !== null }, now);
}
