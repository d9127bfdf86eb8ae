import "server-only";
import { findPendingEmailChange } from "@/lib/data/waiting-account-links";

/** The new address an account waits for; null without one. */
export async function readEmailChange(
  userId: string,
  now: Date,
): Promise<{ readonly email: string; readonly expiresAt: Date } | null> {
  return findPendingEmailChange(userId, now);
}
