import "server-only";
import { auth } from "@/lib/services/auth";

/** The session a request comes in; null without one. */
export async function findSessionId(headers: Headers): Promise<string | null> {
  return (await auth.api.getSession({ headers }))?.session.id ?? null;
}
