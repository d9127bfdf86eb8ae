import { log } from "@/lib/log";
import { answerSignOn } from "@/lib/server/answer-sign-on";
import { errorResponse } from "@/lib/server/http";
import { singleSignOnLabel } from "@/lib/server/installation";
import { auth } from "@/lib/services/auth";

/** Where the single sign-on provider sends people back to. */
export async function GET(request: Request): Promise<Response> {
  if (singleSignOnLabel() === null) return errorResponse(404, "NOT_FOUND");
  try {
    return answerSignOn(await auth.handler(request));
  } catch (error) {
    log.error({ err: error }, "unexpected error in single sign-on");
    return answerSignOn(null);
  }
}
