import "server-only";
import type { Actor } from "@/lib/data/scope";
import { deleteSessionOfUser } from "@/lib/data/sessions";

/** Ends one of one's own sessions; says whether there was one. */
export function endSession(userId: string, sessionId: string, actor: Actor): Promise<boolean> {
  return deleteSessionOfUser(userId, sessionId, actor);
}
