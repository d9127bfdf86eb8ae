import { answerLetter } from "@/lib/server/answer-letter";
import { buildContactLetter } from "@/lib/services/contacts/build-contact-letter";

/** The letter that tells the operator of new details, to sign. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/v1/operations/[acc]/contact-changes/[id]/letter">,
) {
  return answerLetter(request, params, buildContactLetter);
}
