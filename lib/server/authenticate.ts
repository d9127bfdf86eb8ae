import "server-only";
import { assertDatabaseReachable } from "@/lib/data/health";
import type { Actor } from "@/lib/data/scope";
import { isActiveUser } from "@/lib/data/user-state";
import { auth } from "@/lib/services/auth";
import { AccessError } from "./access-error";

export type Caller = {
  readonly actor: Actor & { readonly userId: string };
  /** False for a key made for reading only. */
  readonly mayWrite: boolean;
};

/**
 * Who is calling: an API key in `Authorization: Bearer …`, else the session cookie.
 *
 * @throws {AccessError} UNAUTHENTICATED, or TOO_MANY_REQUESTS when the key is over its quota.
 */
export async function authenticate(requestHeaders: Headers): Promise<Caller> {
  const authorization = requestHeaders.get("authorization");
  if (authorization !== null) return authenticateKey(authorization);
  const session = await auth.api.getSession({ headers: requestHeaders });
  // The library looks an account up with its session, so that one deactivated meanwhile opens nothing.
  if (!session || session.user.deactivatedAt) throw new AccessError("UNAUTHENTICATED");
  return { actor: { userId: session.user.id, via: "session" }, mayWrite: true };
}

async function authenticateKey(authorization: string): Promise<Caller> {
  const key = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
  if (!key) throw new AccessError("UNAUTHENTICATED");
  const { valid, error, key: found } = await auth.api.verifyApiKey({ body: { key } });
  if (error?.code === "RATE_LIMITED") throw new AccessError("TOO_MANY_REQUESTS");
  // A key without a scope opens nothing: only our own screens and commands give one.
  const scopes = found?.permissions?.prorata ?? [];
  if (!valid || !found || !scopes.includes("read")) {
    // The library calls a key invalid when it could not look it up.
    await assertDatabaseReachable();
    throw new AccessError("UNAUTHENTICATED");
  }
  if (!(await isActiveUser(found.referenceId))) throw new AccessError("UNAUTHENTICATED");
  return { actor: { userId: found.referenceId, via: "api_key" }, mayWrite: scopes.includes("write") };
}
