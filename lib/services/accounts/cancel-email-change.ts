import "server-only";
import { cancelEmailChange as cancel } from "@/lib/data/account-link-requests";
import type { Actor } from "@/lib/data/scope";

/** Calls off the change of address one's account waits for. False when it waits for none. */
export function cancelEmailChange(userId: string, actor: Actor, now: Date): Promise<boolean> {
  return cancel(userId, actor, now);
}
