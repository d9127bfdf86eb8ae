import { readBase32 } from "@/lib/services/accounts/security/base32";
import { beginTwoFactor } from "@/lib/services/accounts/security/begin-two-factor";
import { confirmTwoFactor } from "@/lib/services/accounts/security/confirm-two-factor";
import { totpCode } from "@/lib/services/accounts/security/totp-code";
import { auth } from "@/lib/services/auth";
import { TEST_PASSWORD, type TestUser } from "./create-test-collectivity";

export const STEP_MS = 30_000;

/** The code of an application whose clock stands there. */
export const codeAt = (secret: string, ms: number): string =>
  totpCode(readBase32(secret.replaceAll(" ", "")), Math.floor(ms / STEP_MS));

/** What a browser sends with every request, from the cookies it was given. */
export const cookieHeader = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

/** Which session a cookie is of, and whose; null when it opens nothing. */
export async function sessionOf(cookie: string) {
  const session = await auth.api.getSession({ headers: new Headers({ cookie }) });
  return session && { sessionId: session.session.id, userId: session.user.id };
}

/** Switches a test user's second factor on, as its owner does. */
export async function switchOn(user: TestUser, nowMs: number, cookie?: string) {
  const { secret, uri, offer } = await beginTwoFactor(user, TEST_PASSWORD, nowMs);
  const session = await sessionOf(cookie ?? (await user.cookie()));
  const sessionId = session?.sessionId ?? "";
  const recoveryCodes = await confirmTwoFactor(
    user.id,
    { offer, code: codeAt(secret, nowMs), sessionId, nowMs },
    user.actor,
  );
  return { secret, uri, offer, recoveryCodes, sessionId };
}

/** One step of signing in, as the browser takes it. */
export function callAuth(path: string, body: Record<string, unknown>, cookie = ""): Promise<Response> {
  return auth.handler(
    new Request(`http://localhost:3000/api/auth${path}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        origin: "http://localhost:3000",
        // Another address each time: these tests are not about the limit by address.
        "x-forwarded-for": `198.51.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}`,
        cookie,
      },
      body: JSON.stringify(body),
    }),
  );
}
