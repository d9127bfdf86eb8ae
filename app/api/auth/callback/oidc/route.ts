import { DomainError } from "@/lib/domain/errors";
import { log } from "@/lib/log";
import { answerSignOn } from "@/lib/server/answer-sign-on";
import { endFormerSession } from "@/lib/server/end-former-session";
import { errorResponse } from "@/lib/server/http";
import { singleSignOnLabel } from "@/lib/server/installation";
import { knowSignedInBrowser } from "@/lib/server/know-signed-in-browser";
import { takeAttempt } from "@/lib/services/accounts/take-attempt";
import { auth } from "@/lib/services/auth";

/** Where the single sign-on provider sends people back to. */
export async function GET(request: Request): Promise<Response> {
  if (singleSignOnLabel() === null) return errorResponse(404, "NOT_FOUND");
  try {
    const attempt = await takeAttempt("oidc_callback", { headers: request.headers });
    const answer = await auth.handler(request);
    const signedIn = await knowSignedInBrowser(request, answer);
    if (signedIn !== answer) {
      await attempt.giveBack();
      await endFormerSession(request.headers);
    }
    return answerSignOn(signedIn);
  } catch (error) {
    if (error instanceof DomainError) return answerSignOn(null); // too many who fail from one network
    log.error({ err: error }, "unexpected error in single sign-on");
    return answerSignOn(null);
  }
}
