import { authorizeOperationRequest } from "@/lib/server/access";
import { answerFile } from "@/lib/server/answer-file";
import { CONSENT_UPLOAD } from "@/lib/server/consent-uploads";
import { HttpError, requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { noteConsultation } from "@/lib/server/note-consultation";
import { readUploads } from "@/lib/server/read-uploads";
import { joinConsentDocument } from "@/lib/services/consents/join-consent-document";
import { readConsentDocument } from "@/lib/services/consents/read-consent-document";
import { isConsentErased } from "@/lib/services/personal-data/is-consent-erased";

/** The signed document, as it was received, for whoever may write: saved, never opened in the page. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/v1/operations/[acc]/consents/[id]/document">,
) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "write");
    const found = isUuid(id) ? await readConsentDocument(operation.id, id) : null;
    if (!found && isUuid(id) && (await isConsentErased(operation.id, id))) throw new HttpError(410, "FILE_PURGED");
    const document = requireFound(found);
    await noteConsultation(operation, "file", id);
    return answerFile({ name: document.name, type: document.type, content: document.bytes });
  } catch (error) {
    return toErrorResponse(error);
  }
}

/** Joins the signed document to a consent recorded without it. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/v1/operations/[acc]/consents/[id]/document">,
) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "write");
    const [upload] = await readUploads(request, CONSENT_UPLOAD);
    if (!upload) throw new HttpError(400, "NO_FILE");
    if (!isUuid(id)) throw new HttpError(404, "NOT_FOUND");
    await joinConsentDocument(operation.id, operation.actor, id, upload);
    return Response.json({ consent: { id } }, { status: 201 });
  } catch (error) {
    return toErrorResponse(error);
  }
}
