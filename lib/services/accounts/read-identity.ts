import "server-only";
import { findIdentity } from "@/lib/data/identities";

/** Since when somebody may sign in with the single sign-on provider; null when he may not. */
export function readIdentity(userId: string): Promise<{ readonly linkedAt: Date } | null> {
  return findIdentity(userId);
}
