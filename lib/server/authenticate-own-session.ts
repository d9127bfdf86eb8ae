import "server-only";
import { headers } from "next/headers";
import { auth } from "@/lib/services/auth";
import { AccessError } from "./access-error";
import type { Caller } from "./authenticate";

export type OwnSession = {
  readonly actor: Caller["actor"];
  readonly sessionId: string;
  readonly user: { readonly id: string; readonly email: string; readonly name: string };
};

/**
 * The signed-in person behind a page or an action about his own account, and through which of his sessions he acts.
 *
 * @param requestHeaders - Of a route handler; without them, those Next.js knows.
 * @throws {AccessError} UNAUTHENTICATED.
 */
export async function authenticateOwnSession(requestHeaders?: Headers): Promise<OwnSession> {
  const found = await auth.api.getSession({ headers: requestHeaders ?? (await headers()) });
  if (!found || found.user.deactivatedAt) throw new AccessError("UNAUTHENTICATED");
  const { id, email, name } = found.user;
  return { actor: { userId: id, via: "session" }, sessionId: found.session.id, user: { id, email, name } };
}
