import { answerLetter } from "@/lib/server/answer-letter";
import { buildForwardingLetter } from "@/lib/services/complaints/build-forwarding-letter";

/** The letter that hands a complaint on to the operator, to sign. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/v1/operations/[acc]/complaints/[id]/letter">,
) {
  return answerLetter(request, params, buildForwardingLetter);
}
