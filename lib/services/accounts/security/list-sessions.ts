import "server-only";
import { listSessionsOfUser, type SessionSheet } from "@/lib/data/sessions";

/** One's own open sessions, last used first. */
export function listSessions(userId: string, now: Date): Promise<readonly SessionSheet[]> {
  return listSessionsOfUser(userId, now);
}
