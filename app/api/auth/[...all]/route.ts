import { toNextJsHandler } from "better-auth/next-js";
import { answerSignIn } from "@/lib/server/answer-sign-in";
import { authenticateOwnSession } from "@/lib/server/authenticate-own-session";
import { errorResponse, toErrorResponse } from "@/lib/server/http";
import { singleSignOnLabel } from "@/lib/server/installation";
import { knowSignedInBrowser } from "@/lib/server/know-signed-in-browser";
import { auth } from "@/lib/services/auth";

const SIGN_IN = "/api/auth/sign-in/email";
const LINK = "/api/auth/link-social";

// The library serves many more paths; what no screen of ours uses stays closed.
const OPEN_PATHS = new Set([
  SIGN_IN,
  "/api/auth/two-factor/verify-totp",
  "/api/auth/two-factor/verify-backup-code",
  "/api/auth/sign-out",
  "/api/auth/get-session",
  ...(singleSignOnLabel() === null ? [] : ["/api/auth/sign-in/social", LINK]),
]);

const handler = toNextJsHandler(auth);

export async function GET(request: Request): Promise<Response> {
  return answer(request, handler.GET);
}

export async function POST(request: Request): Promise<Response> {
  return answer(request, handler.POST);
}

async function answer(request: Request, handle: (request: Request) => Promise<Response>): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (!OPEN_PATHS.has(pathname)) return errorResponse(404, "NOT_FOUND");
  try {
    // The library does not ask whether the account was deactivated.
    if (pathname === LINK) await authenticateOwnSession(request.headers);
    const isSignIn = pathname === SIGN_IN && request.method === "POST";
    return await knowSignedInBrowser(request, await (isSignIn ? answerSignIn(request, handle) : handle(request)));
  } catch (error) {
    return toErrorResponse(error);
  }
}
