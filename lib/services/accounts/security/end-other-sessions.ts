import "server-only";
import type { Actor } from "@/lib/data/scope";
import { deleteOtherSessions } from "@/lib/data/sessions";

/** Ends all of one's sessions but one; says how many. */
export function endOtherSessions(userId: string, keptSessionId: string, actor: Actor): Promise<number> {
  return deleteOtherSessions(userId, keptSessionId, actor);
}
