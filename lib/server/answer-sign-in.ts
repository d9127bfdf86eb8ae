import "server-only";
import { signInSchema } from "@/lib/schemas/sign-in";
import { isSignInPassword } from "@/lib/services/accounts/is-sign-in-password";
import { takeAttempt } from "@/lib/services/accounts/take-attempt";
import { endFormerSession } from "./end-former-session";
import { errorResponse, HttpError } from "./http";
import { readJsonBody } from "./read-json-body";

const MAX_BYTES = 4096;

/**
 * Signs in with a password, once the try is counted.
 *
 * An account that does not exist, has no password, is deactivated, or whose password is another one answers alike, after
 * the same work: the library is asked only once the password is known to be right.
 *
 * @param handle - The library's own answer.
 * @throws {DomainError} TOO_MANY_ATTEMPTS.
 */
export async function answerSignIn(
  request: Request,
  handle: (request: Request) => Promise<Response>,
): Promise<Response> {
  // What another site sends as a form has another type; as JSON its browser would ask us first.
  if (!request.headers.get("content-type")?.startsWith("application/json")) {
    throw new HttpError(415, "UNSUPPORTED_MEDIA_TYPE");
  }
  const { headers } = request;
  const credentials = await readJsonBody(request, signInSchema, MAX_BYTES);
  const attempt = await takeAttempt("sign_in", { account: credentials.email, headers });
  if (!(await isSignInPassword(credentials.email, credentials.password)))
    return errorResponse(401, "WRONG_CREDENTIALS");
  const body = JSON.stringify({ ...credentials, email: credentials.email.trim() });
  const answer = await handle(new Request(request.url, { method: "POST", headers: withoutLength(headers), body }));
  if (!answer.ok) return answer;
  await attempt.giveBack();
  await endFormerSession(headers);
  return answer;
}

function withoutLength(headers: Headers): Headers {
  const kept = new Headers(headers);
  kept.delete("content-length");
  return kept;
}
