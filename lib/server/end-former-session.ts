import "server-only";
import { auth } from "@/lib/services/auth";

/**
 * Ends the session a browser came with, once another one is open: whoever signs in again, by whatever way, leaves nothing
 * open behind him.
 *
 * @param headers - Of the request: its cookie is the former session's.
 */
export async function endFormerSession(headers: Headers): Promise<void> {
  const former = await auth.api.getSession({ headers });
  if (former) await auth.api.signOut({ headers });
}
