import "server-only";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { joinDocument } from "@/lib/services/correspondence/join-document";
import { authorizeOperationRequest } from "./access";
import { CONSENT_UPLOAD } from "./consent-uploads";
import { HttpError, requireFound, toErrorResponse } from "./http";
import { isUuid } from "./is-uuid";
import { readUploads } from "./read-uploads";

/** Answers the sending of a paper to a complaint or a letter of an operation. */
export async function answerJoinedDocument(
  request: Request,
  acc: string,
  id: string,
  of: "complaintId" | "letterId",
): Promise<Response> {
  try {
    const operation = await authorizeOperationRequest(request, acc, "write");
    const [upload] = await readUploads(request, CONSENT_UPLOAD);
    if (!upload) throw new HttpError(400, "NO_FILE");
    if (!isUuid(id)) throw new HttpError(404, "NOT_FOUND");
    const subject = of === "complaintId" ? { complaintId: id } : { letterId: id };
    const today = parisCivilDate(Date.now());
    const joined = requireFound(await joinDocument(operation.id, operation.actor, subject, upload, today));
    return Response.json({ document: { id: joined } }, { status: 201 });
  } catch (error) {
    return toErrorResponse(error);
  }
}
