import "server-only";
import type { Actor } from "@/lib/data/scope";
import { API_KEY_QUOTA, type ApiKeyScope } from "@/lib/domain/access/api-key-terms";
import { takeApiKeyCall } from "@/lib/services/accounts/take-api-key-call";
import { auth } from "@/lib/services/auth";
import { AccessError } from "./access-error";
import { setAnswerHeader } from "./answer-headers";
import { owesTwoFactor } from "./owes-two-factor";

export type Caller = {
  readonly actor: Actor & { readonly userId: string };
  /** False for a key made for reading only. */
  readonly mayWrite: boolean;
  /** The operations a key is limited to, none of which may be left; without it, wherever its owner may act. */
  readonly operationIds?: readonly string[] | null;
};

/** What a request is about: a key for pushing measures opens that way in, and nothing that does not say so. */
export type Purpose = "measures" | "anything";

const SECONDS_TO_FILL = Math.ceil((API_KEY_QUOTA.burst / API_KEY_QUOTA.perMinute) * 60);

/**
 * Who is calling: an API key in `Authorization: Bearer …`, else the session cookie.
 *
 * The scope of a key is enforced here and nowhere else but for writing, which `mayWrite` carries on.
 *
 * @throws {AccessError} UNAUTHENTICATED; TWO_FACTOR_DUE; MEASURES_ONLY_KEY when the key opens something else;
 * TOO_MANY_REQUESTS when the key is over its quota.
 */
export async function authenticate(requestHeaders: Headers, purpose: Purpose = "anything"): Promise<Caller> {
  const authorization = requestHeaders.get("authorization");
  if (authorization === null) return authenticatePerson(requestHeaders);
  return authenticateKey(requestHeaders, authorization, purpose);
}

/**
 * The person behind a page or a server action, by the session cookie. A key opens the API and no screen: what stands in
 * `Authorization` may also be meant for a proxy.
 *
 * @throws {AccessError} UNAUTHENTICATED; TWO_FACTOR_DUE.
 */
export async function authenticatePerson(requestHeaders: Headers): Promise<Caller> {
  const session = await auth.api.getSession({ headers: requestHeaders });
  // The library looks an account up with its session, so that one deactivated meanwhile opens nothing.
  if (!session || session.user.deactivatedAt) throw new AccessError("UNAUTHENTICATED");
  if (await owesTwoFactor(session.user.id, session.user.twoFactorEnabled === true))
    throw new AccessError("TWO_FACTOR_DUE");
  return { actor: { userId: session.user.id, via: "session" }, mayWrite: true };
}

async function authenticateKey(requestHeaders: Headers, authorization: string, purpose: Purpose): Promise<Caller> {
  const key = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
  if (!key) throw new AccessError("UNAUTHENTICATED");
  const call = await takeApiKeyCall(key);
  if (call.kind === "unknown") throw new AccessError("UNAUTHENTICATED");
  const { burst, perMinute } = API_KEY_QUOTA;
  setAnswerHeader(requestHeaders, "RateLimit-Policy", `${burst};w=${SECONDS_TO_FILL}, ${perMinute};w=60`);
  setAnswerHeader(requestHeaders, "RateLimit-Limit", String(burst));
  setAnswerHeader(requestHeaders, "RateLimit-Remaining", String(call.kind === "taken" ? call.callsLeft : 0));
  setAnswerHeader(requestHeaders, "RateLimit-Reset", String(secondsToFill(call)));
  if (call.kind === "over") throw new AccessError("TOO_MANY_REQUESTS", { waitSeconds: call.waitSeconds });
  const { userId, scope, operationIds } = call;
  if (!opens(scope, purpose)) throw new AccessError("MEASURES_ONLY_KEY");
  // A key that only pushes measures shows nothing of anybody: an installation's readings go on.
  if (scope !== "measures" && (await owesTwoFactor(userId, false))) throw new AccessError("TWO_FACTOR_DUE");
  return { actor: { userId, via: "api_key" }, mayWrite: scope !== "read", operationIds };
}

const opens = (scope: ApiKeyScope, purpose: Purpose): boolean => scope !== "measures" || purpose === "measures";

// Until all of its calls are there again; who is over its quota is told when there is one.
function secondsToFill(call: { kind: "taken"; callsLeft: number } | { kind: "over"; waitSeconds: number }): number {
  if (call.kind === "over") return call.waitSeconds;
  return Math.ceil((API_KEY_QUOTA.burst - call.callsLeft) / (API_KEY_QUOTA.perMinute / 60));
}
