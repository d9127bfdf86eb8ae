import "server-only";
import { knowBrowser } from "@/lib/services/accounts/known-browser";
import { auth } from "@/lib/services/auth";

/**
 * Adds to an answer of the library the cookie of a known browser, when the answer opens a session: whatever the way in,
 * its owner is from now on told from strangers who try his password.
 */
export async function knowSignedInBrowser(request: Request, answer: Response): Promise<Response> {
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
  const opened = cookies.find((cookie) => /session_token=.+/.test(cookie));
  if (!opened) return answer;
  const session = await auth.api.getSession({ headers: new Headers({ cookie: opened }) });
  if (!session) return answer;
  const { name, value, options } = knowBrowser(request.headers, session.user.email);
  const headers = new Headers(answer.headers);
  const secure = options.secure ? "; Secure" : "";
  headers.append(
    "set-cookie",
    `${name}=${value}; Path=${options.path}; Max-Age=${options.maxAge}; HttpOnly; SameSite=Lax${secure}`,
  );
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers });
}
